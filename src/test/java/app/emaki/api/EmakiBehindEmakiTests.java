package app.emaki.api;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Viewer;
import app.emaki.model.remote.TestBackends;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.models.videos.Video;
import com.openai.models.videos.VideoCreateParams;
import com.openai.models.videos.VideoExtendParams;
import com.openai.models.videos.VideoSeconds;
import com.openai.models.videos.VideoSize;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
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

    private Video ordered() {
        return client.videos()
                .create(VideoCreateParams.builder()
                        .prompt("a boat, " + PaperModel.DONE)
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
