package app.emaki.social;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class ViewsModuleTests {
    @Autowired
    Views views;

    @Autowired
    Videos videos;

    @Autowired
    TestVideos cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvcTester mvc;

    @Test
    void whoComesBackIsOneViewerAndTheirTimeAddsUp() {
        var author = cast.member("mizuki");
        var id = cast.published(author, Visibility.EVERYONE, "");
        var nagi = cast.member("nagi");
        views.watched(nagi, id, 4);
        views.watched(nagi, id, 5.5);
        views.watched(nagi, id, 1_000_000);
        views.watched(cast.member("sasa"), id, 3);
        views.watched(author, id, 100);

        assertThat(counted(id)).isEqualTo(2);
        assertThat(seconds(id, nagi)).isEqualTo(69.5);
    }

    @Test
    void whatOneMayNotSeeOneHasNotWatched() {
        var id = cast.published(cast.member("mizuki"), Visibility.PRIVATE, "");
        var path = "/videos/" + PublicId.of(id) + "/view";

        for (var seconds : new String[] {"5", "NaN", "-3"}) {
            assertThat(mvc.post()
                            .uri(path)
                            .param("seconds", seconds)
                            .with(csrf())
                            .with(signedInAs(cast.member("nagi"))))
                    .hasStatus(204);
        }
        assertThat(jdbc.sql("select count(*) from video_view where video = ?")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private long counted(UUID id) {
        return jdbc.sql("select views from video where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private double seconds(UUID id, Viewer viewer) {
        return jdbc.sql("select seconds from video_view where video = ? and account = ?")
                .params(id, viewer.id())
                .query(Double.class)
                .single();
    }
}
