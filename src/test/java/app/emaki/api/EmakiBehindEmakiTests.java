package app.emaki.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Viewer;
import app.emaki.cameo.TestCameos;
import app.emaki.model.Picture;
import app.emaki.model.remote.TestBackends;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.videos.Video;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoExtendParams;
import com.openai.models.videos.VideoSeconds;
import com.openai.models.videos.VideoSize;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One Emaki lends its models to another, which here is itself under another account's key. */
@ApiTest
@SuppressWarnings("deprecation") // OpenAI has left its protocol; we have not
class EmakiBehindEmakiTests {
    private static final String MODEL = "lent-1";

    @LocalServerPort
    int port;

    @Autowired
    ApiPeople people;

    @Autowired
    TestBackends backends;

    @Autowired
    TestCameos cameos;

    @Autowired
    PaperModel paper;

    @Autowired
    JdbcClient jdbc;

    Viewer somebody;
    Viewer lender;
    OpenAIClient client;

    @BeforeEach
    void twoPlaces() {
        somebody = people.rich();
        lender = people.rich();
        var address = "http://localhost:" + port + "/v1";
        backends.addEmaki("far", URI.create(address), people.key(lender), MODEL, PaperModel.ID);
        client = OpenAIOkHttpClient.builder()
                .baseUrl(address)
                .apiKey(people.key(somebody))
                .build();
    }

    @AfterEach
    void leave() {
        people.leave();
        backends.remove("far");
    }

    @Test
    void aFilmIsMadeThereAndComesHomeWithoutTheirMark() {
        var film = finished(ordered());
        assertThat(film.status()).as("%s", film.error()).isEqualTo(Video.Status.COMPLETED);
        assertThat(made(lender)).containsExactly("REMIX 1");
        assertThat(marked()).containsExactly(false);

        var more = finished(client.videos()
                .extend(VideoExtendParams.builder()
                        .video(VideoExtendParams.Video.VideoReferenceInputParam.builder()
                                .id(film.id())
                                .build())
                        .prompt("it goes on, " + PaperModel.DONE)
                        .seconds(VideoSeconds.of("2"))
                        .build()));
        assertThat(more.status()).as("%s", more.error()).isEqualTo(Video.Status.COMPLETED);
        assertThat(more.seconds()).isEqualTo(VideoSeconds.of("3"));
        // theirs is the new part alone; that both are one film here is our work
        assertThat(made(lender)).containsExactly("REMIX 1", "EXTEND 2");
    }

    @Test
    void whereTheirPlanKeepsTheMarkOursKnowsOfIt() {
        jdbc.sql("update account set plan = 'FREE' where id = ?")
                .param(lender.id())
                .update();
        assertThat(finished(ordered()).status()).isEqualTo(Video.Status.COMPLETED);
        assertThat(marked()).containsExactly(true);
    }

    @Test
    void aFaceThatSomebodyLentIsDrawnThereUnderNoName() throws Exception {
        var portrait = jpeg(480, 600);
        cameos.person(somebody, portrait);
        var film = finished(ordered("@" + somebody.handle() + " waves, " + PaperModel.DONE));
        assertThat(film.status()).as("%s", film.error()).isEqualTo(Video.Status.COMPLETED);

        var theirs = jdbc.sql("select id from generation where account_id = ?")
                .param(lender.id())
                .query(java.util.UUID.class)
                .single();
        var order = paper.jobs.get("paper-" + theirs);
        assertThat(order.pictures()).singleElement().satisfies(picture -> {
            assertThat(picture.role()).isEqualTo(Picture.Role.CHARACTER);
            assertThat(picture.name()).isNull();
            var image = ImageIO.read(new ByteArrayInputStream(picture.bytes()));
            assertThat(image.getWidth() + "x" + image.getHeight()).isEqualTo("480x600");
        });
        assertThat(order.prompt()).contains("a woman waves").doesNotContain(somebody.handle());
        assertThat(jdbc.sql("select faces_out from generation where account_id = ?")
                        .param(somebody.id())
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    private static byte[] jpeg(int width, int height) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    private Video ordered() {
        return ordered("a boat, " + PaperModel.DONE);
    }

    private Video ordered(String words) {
        return client.videos()
                .create(VideoCreateParams.builder()
                        .prompt(words)
                        .model(MODEL)
                        .size(VideoSize.of("160x284"))
                        .seconds(VideoSeconds.of("1"))
                        .build());
    }

    private java.util.List<String> made(Viewer account) {
        return jdbc.sql("select way || ' ' || seconds from generation where account_id = ? order by created_at")
                .param(account.id())
                .query(String.class)
                .list();
    }

    private java.util.List<Boolean> marked() {
        return jdbc.sql("select marked from generation where account_id = ? order by created_at")
                .param(somebody.id())
                .query(Boolean.class)
                .list();
    }

    private Video finished(Video ordered) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        var video = ordered;
        while (!video.status().equals(Video.Status.COMPLETED) && !video.status().equals(Video.Status.FAILED)) {
            assertThat(System.nanoTime()).as("still " + video.status()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            video = client.videos().retrieve(video.id());
        }
        return video;
    }
}
