package app.emaki.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.Standing;
import app.emaki.account.Viewer;
import app.emaki.moderation.ModerationQuery.QueueItem;
import app.emaki.video.TestVideos;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@EmakiTest
class ModerationModuleTests {
    @Autowired
    Moderation moderation;

    @Autowired
    ModerationQuery query;

    @Autowired
    AuditLog log;

    @Autowired
    TestVideos stage;

    @Autowired
    Videos videos;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    Viewer author;
    Viewer reporter;
    Viewer moderator;
    VideoCard video;

    @BeforeEach
    void aPublishedVideo() {
        author = stage.member("au");
        reporter = stage.member("re");
        moderator = stage.member("mo");
        video = card(stage.published(author, Visibility.EVERYONE, "Colony landing, leaked"));
    }

    @Test
    void allReportsOfOneVideoGatherInOneItem() {
        moderation.report(reporter, video, Rule.MISLEADING, "It was never on Mars");
        moderation.report(stage.member("re"), video, Rule.MISLEADING, "");

        assertThat(query.queue())
                .filteredOn(item -> item.videoId().equals(video.id()))
                .singleElement()
                .returns(2L, QueueItem::reports);
        assertThat(query.voices(video.id())).extracting(voice -> voice.note()).contains("It was never on Mars");
    }

    @Test
    void aSecondReportByTheSameMemberAmendsTheFirst() {
        moderation.report(reporter, video, Rule.SPAM, "");
        moderation.report(reporter, video, Rule.HATE, "On second thoughts");

        assertThat(query.voices(video.id())).singleElement().satisfies(voice -> {
            assertThat(voice.rule()).isEqualTo(Rule.HATE);
            assertThat(voice.note()).isEqualTo("On second thoughts");
        });
    }

    @Test
    void aRemovedVideoIsGoneForEveryoneElseAndItsAuthorReadsWhy() {
        moderation.report(reporter, video, Rule.MISLEADING, "");

        moderation.decide(moderator, video, Outcome.REMOVE, Rule.MISLEADING, "Please label it.");

        assertThat(videos.find(reporter, video.id())).isEmpty();
        assertThat(videos.find(null, video.id())).isEmpty();
        assertThat(videos.find(author, video.id()))
                .hasValueSatisfying(own ->
                        assertThat(own.takenDownReason()).isEqualTo("It is passed off as real. Please label it."));
        assertThat(query.voices(video.id())).isEmpty();
    }

    @Test
    void whatWasDecidedCanBeTakenBack() {
        moderation.report(reporter, video, Rule.SPAM, "");
        var decision = moderation.decide(moderator, video, Outcome.REMOVE, Rule.SPAM, "");

        assertThat(moderation.undo(moderator, decision)).contains(video.id());

        assertThat(videos.find(reporter, video.id())).isPresent();
        assertThat(query.voices(video.id())).hasSize(1);
        assertThat(moderation.undo(moderator, decision)).as("only once").isEmpty();
    }

    @Test
    void aSuspensionShutsTheAuthorOutUntilItIsTakenBack() {
        var decision = moderation.decide(moderator, video, Outcome.SUSPEND, Rule.HATE, "");
        assertThat(standing()).isEqualTo(Standing.SUSPENDED);

        moderation.undo(moderator, decision);
        assertThat(standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void everyDecisionStandsInTheLog() {
        moderation.decide(moderator, video, Outcome.REMOVE, Rule.RIGHTS, "A logo");

        assertThat(log.page(null).items().getFirst()).satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(moderator.handle());
            assertThat(entry.act()).isEqualTo("decision.REMOVE");
            assertThat(entry.subject()).contains(video.publicId()).contains(author.handle());
            assertThat(entry.detail()).isEqualTo("RIGHTS: A logo");
        });
        assertThat(log.broken()).isEmpty();
    }

    @Test
    void noEntryOfTheLogCanBeChangedOrRemoved() {
        log.record(moderator.id(), "decision.KEEP", "video x", "");

        assertThatThrownBy(() ->
                        jdbc.sql("update audit_entry set detail = 'nothing'").update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update()).hasMessageContaining("never changed");
    }

    @Test
    @Transactional
    void anEntryChangedBehindOurBackBreaksTheChain() {
        log.record(moderator.id(), "decision.KEEP", "video x", "");
        log.record(moderator.id(), "decision.KEEP", "video y", "");
        long first = log.page(null).items().get(1).number();

        jdbc.sql("alter table audit_entry disable trigger audit_entry_stands").update();
        jdbc.sql("update audit_entry set detail = 'forged' where number = ?")
                .param(first)
                .update();

        assertThat(log.broken()).containsExactly(first);
    }

    private VideoCard card(UUID id) {
        return Objects.requireNonNull(videos.cards(Set.of(id)).get(id));
    }

    private Standing standing() {
        return accounts.find(author.id()).orElseThrow().standing();
    }
}
