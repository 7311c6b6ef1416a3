package app.emaki.media.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;

import app.emaki.media.TestFilm;
import app.emaki.media.TestFilm.Look;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StitchTests {
    private static final int WIDTH = 160;
    private static final int HEIGHT = 284;

    @TempDir
    Path folder;

    @BeforeAll
    static void libraries() throws Exception {
        Av.prepare();
    }

    @Test
    void twoFilmsEncodedAlikeBecomeOneWithoutAnotherEncoding() throws Exception {
        var lead = film(1).looking(Look.BRIGHT).write(folder.resolve("lead.mp4"));
        var fresh = film(2).write(folder.resolve("fresh.mp4"));
        var job = job(lead, 1, fresh, 3);

        var done = new Master(job).make();

        assertThat(done.seconds()).isCloseTo(3, within(0.05));
        assertThat(done.flags()).isEmpty();
        assertThat(packets(job.clean()))
                .containsExactlyElementsOf(Stream.concat(packets(lead).stream(), packets(fresh).stream())
                        .toList());
        assertThat(pictures(job.clean())).isEqualTo(72);
        assertThat(pictures(job.film())).isEqualTo(72);
        for (var file : List.of(job.film(), job.clean())) {
            try (var made = Source.open(file)) {
                assertThat(made.statedSeconds()).isCloseTo(3, within(0.05));
                assertThat(made.audio()).isNotNull();
                assertThat(made.origin()).isEqualTo(Origin.of(List.of(Origin.UNKNOWN, Origin.MODEL)));
            }
        }
    }

    @Test
    void filmsOfOtherSizesAreEncodedOnceInTheOrderedOne() throws Exception {
        var lead = TestFilm.of(320, 180, 1).looking(Look.BRIGHT).write(folder.resolve("lead.mp4"));
        var job = job(lead, 1, film(1).write(folder.resolve("fresh.mp4")), 2);

        new Master(job).make();

        for (var file : List.of(job.film(), job.clean())) {
            assertThat(pictures(file)).isEqualTo(48);
            try (var made = Source.open(file)) {
                assertThat(made.width()).isEqualTo(WIDTH);
                assertThat(made.height()).isEqualTo(HEIGHT);
            }
        }
    }

    @Test
    void whatIsNoticedIsNoticedOfTheNewPart() throws Exception {
        var well = film(2).write(folder.resolve("well.mp4"));
        var dead = film(1).looking(Look.BLACK).sounding(0).write(folder.resolve("dead.mp4"));

        assertThat(new Master(job(well, 2, dead, 3)).make())
                .as("however lively the part before it is")
                .satisfies(done -> assertThat(done.flags()).isEqualTo("black,frozen,silent"))
                .satisfies(done -> assertThat(done.sound()).isTrue());
        assertThat(new Master(job(dead, 1, well, 3)).make().flags())
                .as("the part before it was looked at in its time")
                .isEmpty();
    }

    @Test
    void aFilmOfACameraThatAModelGoesOnFromIsBoth() throws Exception {
        var lead = film(1).write(folder.resolve("lead.mp4"));
        var camera = new Job(lead, folder, "aki", "Home", "m", "v", "", true, WIDTH, HEIGHT, 1, "");
        new Disclosure(camera, "", Origin.CAMERA).append(lead);
        var job = job(lead, 1, film(1).write(folder.resolve("fresh.mp4")), 2);

        new Master(job).make();

        assertThat(Files.readString(job.film(), java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("digitalsourcetype/compositeWithTrainedAlgorithmicMedia<");
    }

    @Test
    void aNewPartThatIsNotAsOrderedIsRefused() throws Exception {
        var lead = film(1).write(folder.resolve("lead.mp4"));
        assertThat(refused(job(lead, 1, film(1).write(folder.resolve("a.mp4")), 6)))
                .isEqualTo("duration");
        var wide = TestFilm.of(HEIGHT, WIDTH, 2).write(folder.resolve("b.mp4"));
        assertThat(refused(job(lead, 1, wide, 3))).isEqualTo("size");
        var none = Files.writeString(folder.resolve("c.mp4"), "no film");
        assertThat(refused(job(lead, 1, none, 3))).isEqualTo("container");
    }

    private static TestFilm film(double seconds) {
        return TestFilm.of(WIDTH, HEIGHT, seconds);
    }

    private Job job(Path lead, double leadSeconds, Path fresh, double seconds) {
        return new Job(
                fresh,
                folder,
                "hana",
                "Emaki",
                "kamishibai-1",
                "video",
                "before",
                true,
                WIDTH,
                HEIGHT,
                seconds,
                "",
                false,
                new Job.Lead(lead, leadSeconds));
    }

    private static String refused(Job job) {
        return catchThrowableOfType(UnfitSource.class, () -> new Master(job).make())
                .code();
    }

    /** The pictures of a file as they are encoded, each by its bytes. */
    private static List<Integer> packets(Path file) throws Exception {
        var packets = new ArrayList<Integer>();
        var packet = av_packet_alloc();
        try (var source = Source.open(file)) {
            while (av_read_frame(source.context(), packet) >= 0) {
                if (packet.stream_index() == source.video().index()) {
                    var bytes = new byte[packet.size()];
                    packet.data().get(bytes);
                    packets.add(java.util.Arrays.hashCode(bytes));
                }
                av_packet_unref(packet);
            }
            return packets;
        } finally {
            av_packet_free(packet);
        }
    }

    /** How many pictures come out of a file. */
    private static long pictures(Path file) throws Exception {
        try (var source = Source.open(file)) {
            var counted = new Counted();
            new Rolling(source, 24, 1000, counted).roll();
            return counted.taken;
        }
    }

    private static final class Counted implements Rolling.Screen {
        private long taken;

        @Override
        public void take(AVFrame decoded) {
            taken++;
        }

        @Override
        public void show() {
            // only counted
        }
    }
}
