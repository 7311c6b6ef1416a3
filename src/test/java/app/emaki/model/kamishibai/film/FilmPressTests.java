package app.emaki.model.kamishibai.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avutil.AV_OPT_SEARCH_CHILDREN;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_get_int;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmPressTests {
    private static final int FPS = 24;

    @TempDir
    Path folder;

    @Test
    void aFilmIsHighProfileH264InBt709WithItsIndexInFront() throws Exception {
        Path out = folder.resolve("a.mp4");
        long bytes = new FilmPress(2)
                .print(
                        new Bars(30, 96, 128),
                        FPS,
                        tone(1.25),
                        Map.of("title", "題 & title", "comment", "AI"),
                        out,
                        Progress.none());
        Probe film = Probe.of(out);
        assertThat(bytes).isEqualTo(Files.size(out));
        assertThat(film.boxes()).containsSubsequence("ftyp", "moov", "mdat");
        assertThat(film.seconds()).isCloseTo(1.25, within(0.03));
        assertThat(film.tags()).containsEntry("title", "題 & title").containsEntry("comment", "AI");
        Probe.Stream picture = film.streams().getFirst();
        assertThat(picture.codec()).isEqualTo("h264");
        assertThat(picture.profile()).isEqualTo("High");
        assertThat(picture.colours()).isEqualTo("bt709 limited");
        assertThat(picture.width()).isEqualTo(96);
        assertThat(picture.height()).isEqualTo(128);
        assertThat(picture.packets()).isEqualTo(30);
        assertThat(picture.fps()).isEqualTo(24);
        assertThat(picture.seconds()).isEqualTo(1.25);
    }

    @Test
    void soundIsStereoAacAsLongAsThePicture() throws Exception {
        Path out = folder.resolve("a.mp4");
        new FilmPress(1).print(new Bars(30, 96, 128), FPS, tone(1.25), Map.of(), out, Progress.none());
        Probe.Stream sound = Probe.of(out).streams().get(1);
        assertThat(sound.codec()).isEqualTo("aac");
        assertThat(sound.profile()).isEqualTo("LC");
        assertThat(sound.rate()).isEqualTo(48_000);
        assertThat(sound.channels()).isEqualTo(2);
        assertThat(sound.seconds()).isCloseTo(1.25, within(0.03));
    }

    @Test
    void aSilentFilmHasNoSoundTrack() throws Exception {
        Path out = folder.resolve("a.mp4");
        new FilmPress(1).print(new Bars(5, 96, 64), FPS, null, Map.of(), out, Progress.none());
        assertThat(Probe.of(out).streams()).hasSize(1);
    }

    @Test
    void oneHandAndThreeHandsMakeTheSameBytes() throws Exception {
        Path one = folder.resolve("one.mp4");
        Path three = folder.resolve("three.mp4");
        new FilmPress(1).print(new Bars(24, 160, 96), FPS, tone(1), Map.of(), one, Progress.none());
        new FilmPress(3).print(new Bars(24, 160, 96), FPS, tone(1), Map.of(), three, Progress.none());
        assertThat(one).hasSameBinaryContentAs(three);
    }

    @Test
    void theSoundEncoderDoesWithoutWhatEndsProcesses() {
        try (var mp4 = new Mp4(folder.resolve("a.mp4"), 64, 64, FPS, tone(.1), Map.of())) {
            for (var tool : new String[] {"aac_pns", "aac_is", "aac_ms"}) {
                long[] set = {-1};
                assertThat(av_opt_get_int(mp4.audio, tool, AV_OPT_SEARCH_CHILDREN, set))
                        .isZero();
                assertThat(set[0]).as(tool).isZero();
            }
            mp4.finish();
        }
    }

    @Test
    void progressCountsEveryFrameInOrder() {
        var seen = new java.util.ArrayList<Integer>();
        new FilmPress(2).print(new Bars(10, 64, 64), FPS, null, Map.of(), folder.resolve("a.mp4"), (done, total) -> {
            assertThat(total).isEqualTo(10);
            seen.add(done);
        });
        assertThat(seen).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    @Test
    void aCancelledFilmStopsAtOnceAndLeavesNothing() throws Exception {
        var stop = new Progress() {
            private int done;

            @Override
            public void frames(int count, int total) {
                done = count;
            }

            @Override
            public boolean cancelled() {
                return done >= 3;
            }
        };
        assertThatThrownBy(() -> new FilmPress(2)
                        .print(new Bars(100_000, 64, 64), FPS, null, Map.of(), folder.resolve("a.mp4"), stop))
                .isInstanceOf(CancellationException.class);
        assertThat(stop.done).isLessThan(12);
        try (var left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aHandThatSlipsFailsTheFilm() {
        Frames broken = new Bars(9, 64, 64) {
            @Override
            public Painter painter() {
                return (index, rgb) -> {
                    throw new IllegalStateException("no ink");
                };
            }
        };
        assertThatThrownBy(() ->
                        new FilmPress(2).print(broken, FPS, null, Map.of(), folder.resolve("a.mp4"), Progress.none()))
                .isInstanceOf(FilmException.class)
                .hasRootCauseMessage("no ink");
    }

    @Test
    void greyStaysGreyAndPrimariesLandOnTheirBt709Values() {
        assertThat(pixel(0xFFFFFF)).containsExactly(235, 128, 128);
        assertThat(pixel(0x000000)).containsExactly(16, 128, 128);
        assertThat(pixel(0xFF0000)).containsExactly(63, 102, 240);
        assertThat(pixel(0x00FF00)).containsExactly(173, 42, 26);
        assertThat(pixel(0x0000FF)).containsExactly(32, 240, 118);
    }

    private static int[] pixel(int rgb) {
        byte[] yuv = new byte[6];
        Yuv.of(new int[] {rgb, rgb, rgb, rgb}, 2, 2, yuv);
        return new int[] {yuv[0] & 255, yuv[4] & 255, yuv[5] & 255};
    }

    private static float[][] tone(double seconds) {
        float[][] samples = new float[2][(int) (seconds * Mp4.SAMPLE_RATE)];
        for (int i = 0; i < samples[0].length; i++) {
            samples[0][i] = (float) (0.3 * Math.sin(i * 2 * Math.PI * 440 / Mp4.SAMPLE_RATE));
            samples[1][i] = samples[0][i];
        }
        return samples;
    }

    /** Coloured bars that wander. */
    private static class Bars implements Frames {
        private final int count;
        private final int width;
        private final int height;

        Bars(int count, int width, int height) {
            this.count = count;
            this.width = width;
            this.height = height;
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public int width() {
            return width;
        }

        @Override
        public int height() {
            return height;
        }

        @Override
        public Painter painter() {
            return (index, rgb) -> {
                for (int i = 0; i < rgb.length; i++) {
                    int bar = (i % width + index * 3) / 12;
                    rgb[i] = bar * 0x3A5F71 & 0xFFFFFF;
                }
            };
        }
    }
}
