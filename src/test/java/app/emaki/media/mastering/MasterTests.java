package app.emaki.media.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.media.TestFilm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterTests {
    /** One film as it should be, for all tests that only look at it. */
    static Job made = none();

    static Outcome.Done done = none();

    @TempDir
    Path folder;

    @BeforeAll
    static void aFilm(@TempDir Path place) throws Exception {
        Av.prepare();
        made = job(TestFilm.of(270, 480, 4).write(place.resolve("in.mp4")), place, 270, 480, 4, true);
        done = new Master(made).make();
    }

    @Test
    void aFilmIsMasteredAsOrdered() throws Exception {
        assertThat(done.seconds()).isEqualTo(4.0);
        assertThat(done.sound()).isTrue();
        assertThat(done.flags()).isEmpty();
        try (var film = Source.open(made.film())) {
            assertThat(film.width()).isEqualTo(270);
            assertThat(film.height()).isEqualTo(480);
            assertThat(film.statedSeconds()).isEqualTo(4.0);
            assertThat(film.audio()).isNotNull();
        }
        var poster = ImageIO.read(made.poster().toFile());
        assertThat(poster.getWidth()).isEqualTo(270);
    }

    @Test
    void thePosterComesAsWebpToo() throws Exception {
        var head = new String(Files.readAllBytes(made.lightPoster()), 0, 12, StandardCharsets.ISO_8859_1);
        assertThat(head).startsWith("RIFF").endsWith("WEBP");
        assertThat(Files.size(made.lightPoster())).isLessThan(Files.size(made.poster()));
    }

    @Test
    void aStripToSeekByHasTwoSmallPicturesForEachSecond() throws Exception {
        var strip = ImageIO.read(made.strip().toFile());
        assertThat(done.tiles()).isEqualTo(8);
        assertThat(strip.getWidth()).isEqualTo(8 * 120);
        assertThat(strip.getHeight()).isEqualTo(213);
        // another moment, another picture
        assertThat(tile(strip, 1)).isNotEqualTo(tile(strip, 6));
    }

    private static int[] tile(java.awt.image.BufferedImage strip, int number) {
        return strip.getRGB(number * 120, 0, 120, 213, null, 0, 120);
    }

    @Test
    void theIndexComesBeforeTheData() throws Exception {
        var text = Files.readString(made.film(), StandardCharsets.ISO_8859_1);
        assertThat(text.indexOf("moov")).isLessThan(text.indexOf("mdat"));
    }

    @Test
    void bothFilesSayThatAMachineMadeThem() throws Exception {
        for (var file : new Path[] {made.film(), made.clean()}) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .contains(
                            "<Iptc4xmpExt:DigitalSourceType>http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia")
                    .contains("AI generated")
                    .contains("0197c0de-0000-7000-8000-000000000001")
                    .contains("kamishibai-1")
                    .contains("<emaki:credit>Remix of 0197c0de-0000-7000-8000-000000000009 by @mizuki</emaki:credit>");
        }
    }

    @Test
    void theSoundIsAsLoudAsBroadcasts() throws Exception {
        var job = job(TestFilm.of(160, 284, 4).sounding(0.03), 160, 284, 4, true);

        new Master(job).make();

        var sound = hear(job.film());
        assertThat(Loudness.measure(sound)).isBetween(-16.6, -15.4);
        assertThat(20 * Math.log10(Loudness.truePeak(sound))).isLessThan(-1);
    }

    @Test
    void aSoundThatWouldPeakIsHeldBack() {
        var stereo = new float[2][Sound.RATE * 5];
        for (int i = 0; i < stereo[0].length; i++) {
            double quiet = 0.01 * Math.sin(i * 0.05);
            double burst = i % 24_000 < 60 ? 0.9 * Math.sin(i * 0.9) : 0;
            stereo[0][i] = stereo[1][i] = (float) (quiet + burst);
        }

        Loudness.normalise(stereo);

        assertThat(20 * Math.log10(Loudness.truePeak(stereo))).isLessThan(-1);
    }

    @Test
    void silenceIsNoticedAndStaysSilent() throws Exception {
        var job = job(TestFilm.of(160, 284, 2).sounding(0), 160, 284, 2, true);

        var done = new Master(job).make();

        assertThat(done.sound()).isFalse();
        assertThat(done.flags()).isEqualTo("silent");
    }

    @Test
    void aFilmOrderedWithoutSoundHasNone() throws Exception {
        var job = job(TestFilm.of(160, 284, 2), 160, 284, 2, false);

        var done = new Master(job).make();

        assertThat(done.sound()).isFalse();
        assertThat(done.flags()).isEmpty();
        try (var film = Source.open(job.film())) {
            assertThat(film.audio()).isNull();
        }
    }

    @Test
    void blackAndFrozenFilmsAreNoticed() throws Exception {
        var black = job(TestFilm.of(160, 284, 2).looking(TestFilm.Look.BLACK), 160, 284, 2, true);

        assertThat(new Master(black).make().flags()).isEqualTo("black,frozen");
    }

    @Test
    void anotherSizeOfTheSameShapeIsScaled() throws Exception {
        var job = job(TestFilm.of(272, 480, 2), 360, 640, 2, true);

        assertThat(new Master(job).make().width()).isEqualTo(360);
        try (var film = Source.open(job.film())) {
            assertThat(film.width()).isEqualTo(360);
        }
    }

    @Test
    void anotherShapeIsRefused() {
        var job = job(TestFilm.of(284, 160, 2), 160, 284, 2, true);

        assertThatThrownBy(() -> new Master(job).make())
                .isInstanceOf(UnfitSource.class)
                .hasMessageContaining("284 × 160");
    }

    @Test
    void aFilmThatIsTooShortIsRefused() {
        assertRefused(job(TestFilm.of(160, 284, 2), 160, 284, 5, true), "duration");
    }

    @Test
    void aFilmWithoutThePromisedSoundIsRefused() {
        assertRefused(job(TestFilm.of(160, 284, 2).sounding(-1), 160, 284, 2, true), "no-sound");
    }

    @Test
    void aPlaylistInDisguiseIsRefused() throws IOException {
        assertRefused(
                Files.writeString(
                        folder.resolve("in.mp4"),
                        "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n"),
                "container");
    }

    @Test
    void aPictureInDisguiseIsRefused() throws IOException {
        var bomb = new byte[] {
            (byte) 0x89,
            'P',
            'N',
            'G',
            13,
            10,
            26,
            10,
            0,
            0,
            0,
            13,
            'I',
            'H',
            'D',
            'R',
            0x7F,
            -1,
            -1,
            -1,
            0x7F,
            -1,
            -1,
            -1,
            8,
            6,
            0,
            0,
            0
        };
        assertRefused(Files.write(folder.resolve("in.mp4"), Arrays.copyOf(bomb, 4096)), "container");
    }

    @Test
    void aCutOffFileIsRefused() throws IOException {
        var whole = Files.readAllBytes(TestFilm.of(160, 284, 2).write(folder.resolve("whole.mp4")));

        assertRefused(Files.write(folder.resolve("in.mp4"), Arrays.copyOf(whole, whole.length / 2)), "container");
    }

    @Test
    void aFileWhoseDataIsCutOffBehindItsIndexIsRefused() throws Exception {
        var whole = Files.readAllBytes(made.film());
        var half = Files.write(folder.resolve("in.mp4"), Arrays.copyOf(whole, whole.length / 2));

        assertRefused(job(half, folder, 270, 480, 4, true), "truncated");
    }

    private void assertRefused(Path source, String code) {
        assertRefused(job(source, folder, 160, 284, 2, true), code);
    }

    private static void assertRefused(Job job, String code) {
        assertThatThrownBy(() -> new Master(job).make())
                .isInstanceOfSatisfying(
                        UnfitSource.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private Job job(TestFilm film, int width, int height, double seconds, boolean sound) {
        return job(film.write(folder.resolve("in.mp4")), folder, width, height, seconds, sound);
    }

    private static Job job(Path source, Path folder, int width, int height, double seconds, boolean sound) {
        return new Job(
                source,
                folder,
                "hana",
                "Emaki <test>",
                "kamishibai-1",
                "0197c0de-0000-7000-8000-000000000001",
                "",
                sound,
                width,
                height,
                seconds,
                "Remix of 0197c0de-0000-7000-8000-000000000009 by @mizuki");
    }

    private static float[][] hear(Path file) throws Exception {
        var packet = org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc();
        try (var source = Source.open(file);
                var sound = new Sound(java.util.Objects.requireNonNull(source.audio()))) {
            while (org.bytedeco.ffmpeg.global.avformat.av_read_frame(source.context(), packet) >= 0) {
                if (packet.stream_index() == source.audio().index()) {
                    sound.add(packet);
                }
                org.bytedeco.ffmpeg.global.avcodec.av_packet_unref(packet);
            }
            return sound.finish();
        }
    }

    @SuppressWarnings("NullAway")
    private static <T> T none() {
        return null;
    }
}
