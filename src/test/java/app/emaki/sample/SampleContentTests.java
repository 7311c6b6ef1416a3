package app.emaki.sample;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.SampleContentWished;
import app.emaki.generation.GenerationSucceeded;
import app.emaki.generation.Generations;
import app.emaki.sample.Programme.Player;
import app.emaki.video.TestVideos;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@EmakiTest
class SampleContentTests {
    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Accounts accounts;

    @Autowired
    Generations generations;

    @Autowired
    Videos videos;

    @Autowired
    TestVideos stage;

    @Autowired
    JsonMapper json;

    @Test
    @Transactional
    void theCastJoinsOrdersItsClipsAndPostsEachWhenItIsMade() {
        events.publishEvent(new SampleContentWished(stage.member("host").id()));

        var programme = Programme.read(json);
        assertThat(programme.clips()).hasSize(12);
        for (var player : programme.cast()) {
            var viewer = accounts.find(player.handle()).orElseThrow();
            assertThat(viewer.displayName()).isEqualTo(player.name());
            assertThat(generations.list(viewer, null).items())
                    .hasSize(clipsBy(programme, player))
                    .isNotEmpty();
        }

        var author = accounts.find(programme.cast().getFirst().handle()).orElseThrow();
        var order = generations.list(author, null).items().getLast();
        var film = stage.draft(author);
        events.publishEvent(new GenerationSucceeded(order.id(), author.id(), film));

        assertThat(videos.find(null, film))
                .hasValueSatisfying(video -> assertThat(video)
                        .returns(Visibility.EVERYONE, VideoCard::visibility)
                        .returns(3L, VideoCard::likes)
                        .returns(1L, VideoCard::comments));
    }

    private static int clipsBy(Programme programme, Player player) {
        return (int) programme.clips().stream()
                .filter(clip -> clip.by().equals(player.handle()))
                .count();
    }
}
