package app.emaki.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.Standing;
import app.emaki.account.Viewer;
import app.emaki.cameo.ConsentChanged;
import app.emaki.generation.FaceDeclaration;
import app.emaki.generation.FaceDeclarations;
import app.emaki.moderation.Decision.Verdict;
import app.emaki.moderation.ModerationQuery.QueueItem;
import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import app.emaki.policy.ContentPolicy;
import app.emaki.social.Comments;
import app.emaki.video.Publication;
import app.emaki.video.TestVideos;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@EmakiTest
class ModerationModuleTests {
    @Autowired
    Moderation moderation;

    @Autowired
    Decisions decisions;

    @Autowired
    Appeals appeals;

    @Autowired
    ModerationQuery query;

    @Autowired
    House house;

    @Autowired
    FaceDeclarations faces;

    @Autowired
    AuditLog log;

    @Autowired
    TestVideos stage;

    @Autowired
    Videos videos;

    @Autowired
    Comments comments;

    @Autowired
    Accounts accounts;

    @Autowired
    ContentPolicy policy;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    Viewer author;
    Viewer reporter;
    Viewer moderator;
    Viewer second;
    VideoCard video;

    @BeforeEach
    void aPublishedVideo() {
        author = stage.member("au");
        reporter = stage.member("re");
        moderator = admin();
        second = admin();
        video = card(stage.published(author, Visibility.EVERYONE, "Colony landing, leaked"));
    }

    @AfterEach
    void theHouseAsItWas() {
        house.change(House.Review.OFF, true, false, false);
    }

    @Test
    void allReportsOfOneVideoGatherInOneMatterUnderItsGravestRule() {
        report(reporter, Rule.SPAM, "It was never on Mars");
        report(stage.member("re"), Rule.MISLEADING, "");

        assertThat(item()).hasValueSatisfying(it -> {
            assertThat(it.voices()).isEqualTo(2);
            assertThat(it.rule()).isEqualTo(Rule.MISLEADING);
        });
        assertThat(query.voices(matter())).extracting(voice -> voice.note()).contains("It was never on Mars");
    }

    @Test
    void aSecondReportByTheSameMemberAmendsTheFirst() {
        report(reporter, Rule.SPAM, "");
        report(reporter, Rule.HATE, "On second thoughts");

        assertThat(item().orElseThrow())
                .as("one voice, under the graver rule")
                .returns(1, QueueItem::voices)
                .returns(Rule.HATE, QueueItem::rule);
        assertThat(query.voices(matter())).singleElement().satisfies(voice -> {
            assertThat(voice.rule()).isEqualTo(Rule.HATE);
            assertThat(voice.note()).isEqualTo("On second thoughts");
        });
    }

    @Test
    void aRemovedVideoIsGoneForEveryoneElseAndItsAuthorReadsWhy() {
        report(reporter, Rule.MISLEADING, "");

        decide(Outcome.REMOVE, Rule.MISLEADING, "Please label it.");

        assertThat(videos.find(reporter, video.id())).isEmpty();
        assertThat(videos.find(null, video.id())).isEmpty();
        assertThat(videos.find(author, video.id()))
                .hasValueSatisfying(own ->
                        assertThat(own.takenDownReason()).isEqualTo("It is passed off as real. Please label it."));
        assertThat(item()).isEmpty();
        assertThat(told(reporter)).contains("REPORT_DECIDED");
        assertThat(told(author)).contains("TAKEN_DOWN");
    }

    @Test
    void remixesGoWithAFilmIfAskedAndComeBackWithIt() {
        var remix = stage.draft(reporter, video.id());
        videos.publish(reporter, remix, new Publication("Again", Visibility.EVERYONE, true));
        report(reporter, Rule.HATE, "");

        var decision = decisions
                .decide(moderator, matter(), new Verdict(Outcome.REMOVE, Rule.HATE, "", true, 7, true))
                .id();
        assertThat(videos.find(null, remix)).isEmpty();

        decisions.undo(second, decision);
        assertThat(videos.find(null, remix)).isPresent();
        assertThat(videos.find(null, video.id())).isPresent();
    }

    @Test
    void whatWasDecidedCanBeTakenBackOnce() {
        report(reporter, Rule.SPAM, "");
        var matter = matter();
        var decision = decide(Outcome.REMOVE, Rule.SPAM, "");

        assertThat(decisions.undo(moderator, decision)).contains(matter);

        assertThat(videos.find(reporter, video.id())).isPresent();
        assertThat(item()).isPresent();
        assertThat(decisions.undo(moderator, decision)).as("only once").isEmpty();
    }

    @Test
    void aLimitedFilmCanBeWatchedByWhoeverHasTheLink() {
        report(reporter, Rule.MISLEADING, "");
        var decision = decide(Outcome.LIMIT, Rule.MISLEADING, "");

        assertThat(videos.find(null, video.id())).isPresent();
        assertThat(limited()).isTrue();
        assertThat(told(author)).contains("DECIDED");

        decisions.undo(moderator, decision);
        assertThat(limited()).isFalse();
    }

    @Test
    void aSuspensionShutsTheAuthorOutUntilItsDay() {
        report(reporter, Rule.HATE, "");
        decisions.decide(moderator, matter(), new Verdict(Outcome.SUSPEND, Rule.HATE, "", false, 3, false));
        assertThat(standing()).isEqualTo(Standing.SUSPENDED);

        clock.pass(Duration.ofDays(2));
        decisions.lift();
        assertThat(standing()).isEqualTo(Standing.SUSPENDED);

        clock.pass(Duration.ofDays(2));
        decisions.lift();
        assertThat(standing()).isEqualTo(Standing.ACTIVE);
    }

    @Test
    void aBanTakesASecondPersonWhereTheHouseWantsIt() {
        house.change(House.Review.OFF, true, true, false);
        report(reporter, Rule.HATE, "");
        var ban = decide(Outcome.BAN, Rule.HATE, "");

        assertThat(standing()).isEqualTo(Standing.SUSPENDED);
        assertThat(query.decision(ban).orElseThrow().waits()).isTrue();
        assertThatThrownBy(() -> decisions.second(moderator, ban)).isInstanceOf(Decisions.Refused.class);

        decisions.second(second, ban);
        assertThat(query.decision(ban).orElseThrow().waits()).isFalse();
    }

    @Test
    void nobodyDecidesAgainstThemselvesOrShutsOutAColleague() {
        var colleague = card(stage.published(second, Visibility.EVERYONE, "Mine"));
        moderation.report(reporter, subject(colleague), Rule.SPAM, "");

        assertThatThrownBy(() -> decisions.decide(second, matter(colleague), Verdict.of(Outcome.REMOVE, Rule.SPAM, "")))
                .hasMessage("moderation.refused.own");
        var small = new Viewer(
                moderator.id(),
                moderator.handle(),
                "",
                app.emaki.account.Role.MODERATOR,
                Standing.ACTIVE,
                moderator.plan());
        assertThatThrownBy(() -> decisions.decide(small, matter(colleague), Verdict.of(Outcome.BAN, Rule.SPAM, "")))
                .hasMessage("moderation.refused.colleague");
    }

    @Test
    void twoModeratorsDoNotCollide() {
        report(reporter, Rule.SPAM, "");
        assertThat(moderation.claim(moderator, matter())).isTrue();
        assertThat(moderation.claim(second, matter())).isFalse();
        assertThatThrownBy(() -> decisions.decide(second, matter(), Verdict.of(Outcome.KEEP, Rule.SPAM, "")))
                .hasMessage("moderation.refused.claimed");

        clock.pass(Matter.CLAIM);
        assertThat(moderation.claim(second, matter()))
                .as("after a quarter of an hour")
                .isTrue();
    }

    @Test
    void aCommentAndAProfileAreDecidedAndTakenBackLikeAFilm() {
        var comment = comments.post(author, video.id(), "Buy cheap films here", null);
        moderation.report(reporter, new Subject(Kind.COMMENT, comment, author.id(), "Buy"), Rule.SPAM, "");
        var removed =
                decisions.decide(moderator, matter(Kind.COMMENT, comment), Verdict.of(Outcome.REMOVE, Rule.SPAM, ""));
        assertThat(comments.find(reporter, comment)).isEmpty();
        decisions.undo(moderator, removed.id());
        assertThat(comments.find(reporter, comment)).isPresent();

        accounts.describe(author.id(), "Official Emaki", "Send me your password");
        moderation.report(reporter, new Subject(Kind.PROFILE, author.id(), author.id(), "x"), Rule.MISLEADING, "");
        var cleared = decisions.decide(
                moderator, matter(Kind.PROFILE, author.id()), Verdict.of(Outcome.REMOVE, Rule.MISLEADING, ""));
        assertThat(accounts.about(author.id())).isEmpty();
        decisions.undo(moderator, cleared.id());
        assertThat(accounts.about(author.id())).isEqualTo("Send me your password");
    }

    @Test
    void wordsThatAModeratorLetsThroughPassAsTheyAre() {
        var words = "A hentai museum at night, " + video.publicId();
        assertThat(policy.check(words, "en").blocks()).isTrue();
        moderation.ask(author, words);
        moderation.ask(author, words);

        var matter = jdbc.sql("select id from matter where kind = 'WORDS' and account_id = ? and decided_at is null")
                .param(author.id())
                .query(UUID.class)
                .single();
        var passed = decisions.decide(moderator, matter, Verdict.of(Outcome.KEEP, Rule.OTHER, ""));

        assertThat(policy.check(words, "en").blocks()).isFalse();
        assertThat(policy.check(words + " and more hentai", "en").blocks()).isTrue();
        assertThat(told(author)).contains("REPORT_DECIDED");
        decisions.undo(moderator, passed.id());
        assertThat(policy.check(words, "en").blocks()).isTrue();
    }

    @Test
    void aNewcomersFilmWaitsUntilAPersonHasLooked() {
        house.change(House.Review.NEWCOMERS, true, false, false);
        var newcomer = stage.member("ne");
        var film = stage.draft(newcomer);

        assertThat(videos.publish(newcomer, film, new Publication("First", Visibility.EVERYONE, true)))
                .isTrue();
        assertThat(videos.find(null, film)).isEmpty();
        assertThat(videos.find(newcomer, film))
                .hasValueSatisfying(it -> assertThat(it.held()).isTrue());
        assertThat(videos.find(moderator, film))
                .as("who moderates may watch it")
                .isPresent();

        decisions.decide(moderator, matter(Kind.VIDEO, film), Verdict.of(Outcome.KEEP, Rule.OTHER, ""));
        assertThat(videos.find(null, film)).isPresent();
        assertThat(told(newcomer)).contains("PASSED");

        videos.unpublish(newcomer, film);
        assertThat(videos.publish(newcomer, film, new Publication("Again", Visibility.EVERYONE, true)))
                .as("it has passed before")
                .isFalse();
    }

    @Test
    void filmsThatANewcomerShowsToNobodySpareNoLook() {
        house.change(House.Review.NEWCOMERS, true, false, false);
        var newcomer = stage.member("ne");
        for (int i = 0; i < PublishReview.NEWCOMER; i++) {
            assertThat(videos.publish(
                            newcomer, stage.draft(newcomer), new Publication("Mine", Visibility.PRIVATE, true)))
                    .isFalse();
        }
        assertThat(videos.publish(newcomer, stage.draft(newcomer), new Publication("First", Visibility.EVERYONE, true)))
                .isTrue();
    }

    @Test
    void aFilmWhosePromptWouldBeRefusedTodayWaitsForAPerson() {
        var film = stage.draft(author);
        var prompt = "A hentai museum at night, " + film;
        jdbc.sql("update video set prompt = ? where id = ?")
                .params(prompt, film)
                .update();
        assertThat(videos.publish(author, film, new Publication("Museum", Visibility.EVERYONE, true)))
                .isTrue();
        assertThat(videos.find(null, film)).isEmpty();
        policy.permit(prompt);
        assertThat(videos.publish(author, film, new Publication("Museum", Visibility.EVERYONE, true)))
                .isFalse();
    }

    @Test
    void aFilmThatBeginsWithAFaceWaitsForAModeratorUnlessTheHouseSaysOtherwise() {
        house.change(House.Review.OFF, true, false, false);
        var film = stage.draft(author);
        faces.ofFilm(author.id(), film, FaceDeclaration.Said.PROGRAM);
        assertThat(videos.publish(author, film, new Publication("Her", Visibility.EVERYONE, true)))
                .isTrue();
        assertThat(videos.find(null, film)).isEmpty();
        assertThat(query.matter(matter(Kind.VIDEO, film), moderator.id(), Instant.EPOCH))
                .hasValueSatisfying(it -> assertThat(it.held()).isTrue());
        decisions.decide(moderator, matter(Kind.VIDEO, film), Verdict.of(Outcome.KEEP, Rule.OTHER, ""));
        assertThat(videos.find(null, film)).isPresent();

        house.change(House.Review.OFF, false, false, false);
        var other = stage.draft(author);
        faces.ofFilm(author.id(), other, FaceDeclaration.Said.PAGE);
        assertThat(videos.publish(author, other, new Publication("Her", Visibility.EVERYONE, true)))
                .isFalse();
        assertThat(videos.find(null, other)).isPresent();
    }

    @Test
    void anAppealIsFiledOnceInTimeAndAnsweredBySomebodyElse() {
        report(reporter, Rule.MISLEADING, "");
        var decision = decide(Outcome.REMOVE, Rule.MISLEADING, "");

        assertThat(appeals.file(reporter, decision, "Not mine"))
                .as("a stranger")
                .isFalse();
        assertThat(appeals.file(author, decision, "The label is there")).isTrue();
        assertThat(appeals.file(author, decision, "And again")).as("only once").isFalse();
        var appeal = appeals.open().stream()
                .filter(it -> it.decisionId().equals(decision))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> appeals.answer(moderator, appeal.id(), true, ""))
                .as("who decided does not judge it")
                .hasMessage("moderation.refused.other");

        appeals.answer(second, appeal.id(), true, "You are right.");

        assertThat(videos.find(null, video.id())).isPresent();
        assertThat(item()).as("the matter stays closed").isEmpty();
        assertThat(told(author)).contains("APPEAL_ANSWERED");
        assertThat(appeals.strikes(author.id())).first().satisfies(strike -> {
            assertThat(strike.granted()).isTrue();
            assertThat(strike.undone()).isTrue();
        });
    }

    @Test
    void whereTheOtherModeratorAppealsWhoeverDecidedAnswers() {
        assertThat(query.othersWhoModerate(moderator.id(), second.id()))
                .isEqualTo(query.othersWhoModerate(moderator.id()) - 1);
    }

    @Test
    void aNoToAQuestionIsNoStrike() {
        moderation.ask(author, "A hentai museum by day, " + video.publicId());
        decisions.decide(
                moderator,
                jdbc.sql("select id from matter where kind = 'WORDS' and account_id = ? and decided_at is null")
                        .param(author.id())
                        .query(UUID.class)
                        .single(),
                Verdict.of(Outcome.REMOVE, Rule.OTHER, ""));
        assertThat(appeals.strikes(author.id())).isEmpty();
        assertThat(query.person(author.id()).orElseThrow().strikes()).isZero();
    }

    @Test
    void whoeverIsShutOutWhileTheyWaitForACodeStaysOut() {
        var newcomer = accounts.register("w" + second.handle(), second.handle() + "@wait.example", "a long password 9");
        decisions.decide(
                moderator,
                moderation.matter(new Subject(Kind.PROFILE, newcomer.id(), newcomer.id(), ""), Rule.SPAM),
                Verdict.of(Outcome.BAN, Rule.SPAM, ""));
        accounts.activate(newcomer.id());
        assertThat(accounts.find(newcomer.id()).orElseThrow().standing()).isEqualTo(Standing.SUSPENDED);
    }

    @Test
    void aFilmThatWaitedAndWasRemovedWaitsAgainWhenThatIsTakenBack() {
        house.change(House.Review.ALL, true, false, false);
        var film = stage.draft(author);
        videos.publish(author, film, new Publication("First", Visibility.EVERYONE, true));
        var removed = decisions.decide(moderator, matter(Kind.VIDEO, film), Verdict.of(Outcome.REMOVE, Rule.OTHER, ""));
        decisions.undo(moderator, removed.id());
        assertThat(videos.find(author, film).orElseThrow().held()).isTrue();
        decisions.decide(moderator, matter(Kind.VIDEO, film), Verdict.of(Outcome.KEEP, Rule.OTHER, ""));
        assertThat(videos.find(null, film)).isPresent();
    }

    @Test
    void afterTwentyDaysItIsTooLateToAppeal() {
        report(reporter, Rule.MISLEADING, "");
        var decision = decide(Outcome.WARN, Rule.MISLEADING, "");
        clock.pass(Appeals.WINDOW);

        assertThat(appeals.file(author, decision, "Late")).isFalse();
    }

    @Test
    void everyDecisionStandsInTheLog() {
        report(reporter, Rule.RIGHTS, "");
        decide(Outcome.REMOVE, Rule.RIGHTS, "A logo");

        assertThat(log.page(video.publicId(), null).items().getFirst()).satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(moderator.handle());
            assertThat(entry.act()).isEqualTo("decision.REMOVE");
            assertThat(entry.subject()).contains(video.publicId()).contains(author.handle());
            assertThat(entry.detail()).isEqualTo("RIGHTS: A logo");
        });
        assertThat(log.broken()).isEmpty();
    }

    @Test
    void everyWordOnALikenessStandsInTheLogAndLeavesItOnlyWithTheNames() throws IOException {
        var person = stage.member("pe");
        var film = ids.next();
        var said = new ConsentChanged(person.id(), "cameo.act.revoked", author.id(), film, "films 3");
        events.publishEvent(said);

        var id = PublicId.of(film);
        assertThat(log.page(id, null).items().getFirst()).satisfies(entry -> {
            assertThat(entry.actor()).isEqualTo(person.handle());
            assertThat(entry.act()).isEqualTo("cameo.act.revoked");
            assertThat(entry.subject()).isEqualTo("@" + author.handle() + " " + id);
            assertThat(entry.detail()).isEqualTo("films 3");
        });
        assertThat(log.page("@" + author.handle(), null).items())
                .anySatisfy(entry -> assertThat(entry.subject()).endsWith(id));
        var csv = new ByteArrayOutputStream();
        log.export(id, csv);
        assertThat(csv.toString(StandardCharsets.UTF_8)).contains("cameo.act.revoked", "@" + author.handle());
        assertThat(jdbc.sql(
                                "select subject from audit_entry where act = 'cameo.act.revoked' order by number desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(id);
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
        long first = log.page("", null).items().get(1).number();

        jdbc.sql("alter table audit_entry disable trigger audit_entry_stands").update();
        jdbc.sql("update audit_entry set detail = 'forged' where number = ?")
                .param(first)
                .update();

        assertThat(log.broken()).containsExactly(first);
    }

    private void report(Viewer who, Rule rule, String note) {
        moderation.report(who, subject(video), rule, note);
    }

    private UUID decide(Outcome outcome, Rule rule, String words) {
        return decisions
                .decide(moderator, matter(), Verdict.of(outcome, rule, words))
                .id();
    }

    private static Subject subject(VideoCard card) {
        return new Subject(Kind.VIDEO, card.id(), card.author(), card.caption());
    }

    private UUID matter() {
        return matter(video);
    }

    private UUID matter(VideoCard card) {
        return matter(Kind.VIDEO, card.id());
    }

    private UUID matter(Kind kind, UUID subject) {
        return jdbc.sql("select id from matter where kind = ? and subject_id = ? and decided_at is null")
                .params(kind.name(), subject)
                .query(UUID.class)
                .single();
    }

    private Optional<QueueItem> item() {
        return query
                .queue(
                        new QueueFilter(null, null, null, null, null, author.handle()),
                        moderator.id(),
                        clock.instant(),
                        null)
                .stream()
                .findFirst();
    }

    private java.util.List<String> told(Viewer who) {
        return jdbc.sql("select kind from notification where account_id = ?")
                .param(who.id())
                .query(String.class)
                .list();
    }

    private boolean limited() {
        return jdbc.sql("select limited from video where id = ?")
                .param(video.id())
                .query(Boolean.class)
                .single();
    }

    private Viewer admin() {
        var handle = "ad" + PublicId.of(ids.next()).toLowerCase().substring(10);
        return accounts.registerAdmin(handle, handle + "@example.org", "a long enough password");
    }

    private VideoCard card(UUID id) {
        return Objects.requireNonNull(videos.cards(Set.of(id)).get(id));
    }

    private Standing standing() {
        return accounts.find(author.id()).orElseThrow().standing();
    }
}
