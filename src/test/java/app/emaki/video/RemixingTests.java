package app.emaki.video;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.Statements;
import app.emaki.account.AccountReinstated;
import app.emaki.account.AccountSuspended;
import app.emaki.account.Viewer;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may continue a video, and what stays of a chain when a link of it goes. */
@EmakiTest
class RemixingTests {
    @Autowired
    Videos videos;

    @Autowired
    TestVideos cast;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    enum Who {
        STRANGER,
        FOLLOWER,
        BLOCKED,
        AUTHOR
    }

    static Stream<Arguments> everyPair() {
        return Stream.of(Remixable.values())
                .flatMap(setting -> Stream.of(Who.values()).map(who -> Arguments.of(setting, who)));
    }

    @ParameterizedTest(name = "{0} for {1}")
    @MethodSource("everyPair")
    void theAuthorRulesWhoContinues(Remixable setting, Who who) {
        var author = cast.member("author");
        var id = shown(author, setting);
        var viewer = who == Who.AUTHOR ? author : cast.member("viewer");
        if (who == Who.FOLLOWER) {
            follow(viewer, author);
        }
        if (who == Who.BLOCKED) {
            jdbc.sql("insert into block (blocker, blocked, created_at) values (?, ?, now())")
                    .params(author.id(), viewer.id())
                    .update();
        }
        var expected = who == Who.AUTHOR
                ? Remixing.ALLOWED
                : who == Who.BLOCKED
                        ? Remixing.GONE
                        : switch (setting) {
                            case EVERYONE -> Remixing.ALLOWED;
                            case FOLLOWERS -> who == Who.FOLLOWER ? Remixing.ALLOWED : Remixing.FOLLOWERS_ONLY;
                            case NOBODY -> Remixing.NOBODY;
                        };
        assertThat(videos.remixing(viewer, id)).isEqualTo(expected);
        videos.find(viewer, id)
                .ifPresent(card -> assertThat(card.mayContinue(viewer.id(), who == Who.FOLLOWER))
                        .as("what the page offers")
                        .isEqualTo(expected == Remixing.ALLOWED));
    }

    @Test
    void whatWasTakenDownIsNotContinuedEvenByItsAuthor() {
        var author = cast.member("author");
        var id = shown(author, Remixable.EVERYONE);
        videos.takeDown(id, "Not like this.");
        assertThat(videos.remixing(author, id)).isEqualTo(Remixing.GONE);
        assertThat(videos.remixing(cast.member("viewer"), id)).isEqualTo(Remixing.GONE);
    }

    @Test
    void aSettingThatIsNotSentStaysAsItIs() {
        var author = cast.member("author");
        var id = shown(author, Remixable.NOBODY);
        videos.publish(author, id, new Publication("Other words", Visibility.EVERYONE, true));
        assertThat(videos.find(author, id).orElseThrow().remixable()).isEqualTo(Remixable.NOBODY);
    }

    @Test
    void aLinkKnowsWhetherAnythingHangsOnItHoweverFarDown() {
        var author = cast.member("author");
        var first = shown(author, Remixable.EVERYONE);
        var second = cast.draft(author, first);
        var third = cast.draft(author, second);
        assertThat(linked(first)).isFalse();
        videos.publish(author, third, new Publication("The third", Visibility.EVERYONE, true));
        assertThat(linked(second)).isTrue();
        assertThat(linked(first)).as("through a draft").isTrue();
        videos.delete(author, third);
        assertThat(linked(first)).isFalse();
        assertThat(linked(second)).isFalse();
    }

    @Test
    void whatSomebodyMadeOfAFilmCountsOnlyWhileTheyAreThere() {
        var source = shown(cast.member("author"), Remixable.EVERYONE);
        var remixer = cast.member("remixer");
        var remix = cast.draft(remixer, source);
        videos.publish(remixer, remix, new Publication("The second", Visibility.EVERYONE, true));
        assertThat(remixes(source)).isEqualTo(1);

        events.publishEvent(new AccountSuspended(remixer.id()));
        assertThat(remixes(source)).isZero();
        assertThat(linked(source)).isFalse();

        events.publishEvent(new AccountReinstated(remixer.id()));
        assertThat(remixes(source)).isEqualTo(1);
        assertThat(linked(source)).isTrue();
    }

    @Test
    void whoeverLeavesTakesThousandsOfRemixesOutOfTheCountsInAHandfulOfStatements() {
        var sources = IntStream.range(0, 40)
                .mapToObj(n -> shown(cast.member("author"), Remixable.EVERYONE))
                .toList();
        var remixer = cast.member("remixer");
        for (var source : sources) {
            videos.publish(remixer, cast.draft(remixer, source), new Publication("", Visibility.EVERYONE, true));
        }
        assertThat(sources).allSatisfy(source -> assertThat(remixes(source)).isEqualTo(1));
        var asked = Statements.during(() -> events.publishEvent(new AccountSuspended(remixer.id())));
        assertThat(sources).allSatisfy(source -> assertThat(remixes(source)).isZero());
        assertThat(asked).hasSizeLessThan(12);
    }

    @Test
    void aRemixNamesTheAuthorOfTheFirstFilmUntilTheirAccountIsGone() {
        var author = cast.member("author");
        var source = shown(author, Remixable.EVERYONE);
        var remixer = cast.member("remixer");
        var remix = cast.draft(remixer, source);
        videos.delete(author, source);
        assertThat(videos.find(remixer, remix).orElseThrow().remixOfHandle()).isEqualTo(author.handle());
        jdbc.sql("update account set standing = 'CLOSED' where id = ?")
                .param(author.id())
                .update();
        var orphan = videos.find(remixer, remix).orElseThrow();
        assertThat(orphan.remixOfHandle()).isNull();
        assertThat(orphan.remixOf()).isEqualTo(source);
    }

    private UUID shown(Viewer author, Remixable setting) {
        var id = cast.draft(author);
        videos.publish(author, id, new Publication("Moon line", Visibility.EVERYONE, true, setting));
        return id;
    }

    private void follow(Viewer follower, Viewer followed) {
        jdbc.sql("insert into follow (follower, followed, created_at) values (?, ?, now())")
                .params(follower.id(), followed.id())
                .update();
    }

    private long remixes(UUID id) {
        return jdbc.sql("select remixes from video where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private boolean linked(UUID id) {
        return jdbc.sql("select linked from video where id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }
}
