package app.emaki.cameo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Viewer;
import app.emaki.cameo.Standing.Grant;
import app.emaki.generation.GenerationRefused;
import app.emaki.social.Follows;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.Publication;
import app.emaki.video.Remixing;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every level of consent, every relation between two people, every moment of a film's life: no use without consent. */
@EmakiTest
class ConsentMatrixTests {
    private static final Publication SHOWN = new Publication("", Visibility.EVERYONE, false);

    @Autowired
    TestCameos stage;

    @Autowired
    Videos videos;

    @Autowired
    Consents consents;

    @Autowired
    Follows follows;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Settable clock;

    enum Relation {
        STRANGER,
        FOLLOWS_THE_PERSON,
        FOLLOWED_BY_THE_PERSON,
        MUTUAL,
        HAS_ASKED,
        APPROVED,
        APPROVED_ONCE,
        REFUSED,
        REVOKED,
        MUTUAL_BUT_REVOKED,
        APPROVED_BUT_BLOCKED,
        THE_PERSON
    }

    /** The rule once more, told so that anybody can check it. */
    private static boolean consents(Level level, Relation relation) {
        return switch (relation) {
            case THE_PERSON -> true;
            case REFUSED, REVOKED, MUTUAL_BUT_REVOKED, APPROVED_BUT_BLOCKED -> false;
            case APPROVED, APPROVED_ONCE -> level != Level.NOBODY;
            case MUTUAL -> level == Level.MUTUALS || level == Level.EVERYONE;
            case STRANGER, FOLLOWS_THE_PERSON, FOLLOWED_BY_THE_PERSON, HAS_ASKED -> level == Level.EVERYONE;
        };
    }

    static Stream<Arguments> everything() {
        return Stream.of(Level.values())
                .flatMap(level -> Stream.of(Relation.values()).map(relation -> Arguments.of(level, relation)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void aFilmIsOrderedAndShownOnlyWithConsent(Level level, Relation relation) {
        var person = stage.member("haru");
        var cameo = stage.person(person, level);
        var author = author(person, cameo, relation);
        if (!consents(level, relation)) {
            assertThatThrownBy(() -> stage.order(author, person)).isInstanceOf(GenerationRefused.class);
            assertThat(uses(cameo)).isZero();
            return;
        }
        var film = stage.order(author, person);
        stage.finish(author, film);
        videos.publish(author, film, SHOWN);
        assertThat(videos.find(null, film)).isPresent();
        if (relation == Relation.APPROVED_ONCE && level != Level.EVERYONE) {
            assertThatThrownBy(() -> stage.order(author, person)).isInstanceOf(GenerationRefused.class);
        }
        consents.revoke(person.id(), cameo, author.id());
        assertGone(film, author, person);
        if (relation != Relation.THE_PERSON) {
            assertThatThrownBy(() -> stage.order(author, person)).isInstanceOf(GenerationRefused.class);
        }
    }

    @ParameterizedTest
    @MethodSource("everything")
    void consentThatGoesWhileAFilmIsMadeStopsItAndNobodySeesIt(Level level, Relation relation) {
        if (!consents(level, relation)) {
            return;
        }
        var person = stage.member("haru");
        var cameo = stage.person(person, level);
        var author = author(person, cameo, relation);
        var film = stage.order(author, person);
        consents.revoke(person.id(), cameo, author.id());

        assertThat(making(film)).isEqualTo("CANCELLED");
        // a backend may have been done at that very moment
        stage.finish(author, film);
        assertThatThrownBy(() -> videos.publish(author, film, SHOWN)).isInstanceOf(ConsentMissing.class);
        assertGone(film, author, person);
    }

    @Test
    void aFilmThatWaitsForAModeratorIsADraftAgainWhenConsentWentMeanwhile() {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.EVERYONE);
        var author = stage.member("author");
        var film = stage.order(author, person);
        stage.finish(author, film);
        videos.publish(author, film, SHOWN);
        videos.hold(film);
        stage.change(person, cameo, Level.NOBODY, false, null, false);

        assertThat(videos.release(film)).isFalse();
        assertThat(videos.find(null, film)).isEmpty();
        assertThat(videos.find(author, film))
                .hasValueSatisfying(it -> assertThat(it.held()).isFalse());
        assertThat(told(author)).contains("CAMEO_MISSING");
    }

    @Test
    void whoHasToBeAskedWhenAModeratorLetsAFilmOutIsAsked() {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.EVERYONE);
        var author = stage.member("author");
        var film = stage.order(author, person);
        stage.finish(author, film);
        videos.publish(author, film, SHOWN);
        videos.hold(film);
        clock.pass(Duration.ofMinutes(1));
        stage.change(person, cameo, Level.EVERYONE, true, null, false);

        assertThat(videos.release(film)).isFalse();
        assertThat(told(person)).contains("CAMEO_WAITS");
        assertThat(told(author)).contains("CAMEO_MISSING");
        clock.pass(Duration.ofMinutes(1));
        consents.decide(person.id(), use(film), true);
        assertThat(videos.publish(author, film, SHOWN)).as("no second look").isFalse();
        assertThat(videos.find(null, film)).isPresent();
    }

    @Test
    void aDeletedFilmComesBackAsADraftWhenConsentWentMeanwhile() {
        var person = stage.member("kimi");
        var cameo = stage.person(person, Level.EVERYONE);
        var author = stage.member("saku");
        var film = stage.order(author, person);
        stage.finish(author, film);
        videos.publish(author, film, SHOWN);
        videos.delete(author, film);
        videos.undelete(author, film);
        assertThat(videos.find(null, film)).as("nothing has changed").isPresent();

        videos.delete(author, film);
        stage.change(person, cameo, Level.NOBODY, false, null, false);
        videos.undelete(author, film);
        assertThat(videos.find(null, film)).isEmpty();
        assertThat(videos.find(author, film).orElseThrow().publishedAt()).isNull();
        assertThat(told(author)).contains("CAMEO_MISSING");
    }

    @Test
    void everybodyInAFilmIsAskedAtOnceAndNotOneAfterTheOther() {
        var people = List.of(stage.member("haru"), stage.member("kimi"));
        var named = people.stream().map(it -> stage.person(it, Level.EVERYONE)).toList();
        var author = stage.member("aoi");
        var film = stage.order(
                author, people.getFirst(), "waves at @" + people.getLast().handle());
        stage.finish(author, film);
        clock.pass(Duration.ofMinutes(1));
        for (int i = 0; i < 2; i++) {
            stage.change(people.get(i), named.get(i), Level.EVERYONE, true, null, false);
        }
        assertThatThrownBy(() -> videos.publish(author, film, SHOWN)).isInstanceOf(ConsentMissing.class);
        assertThat(people).allSatisfy(it -> assertThat(told(it)).contains("CAMEO_WAITS"));
    }

    enum Loss {
        LEVEL_LOWERED,
        UNFOLLOWED,
        BLOCKED,
        DAY_PASSED,
        PERSON_SUSPENDED,
        REVOKED_FROM_ALL,
        CAMEO_DELETED,
        FILM_HIDDEN
    }

    @ParameterizedTest
    @EnumSource
    void consentThatGoesBeforeAFilmIsShownKeepsItUnshown(Loss loss) {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.MUTUALS, false, clock.instant().plus(Duration.ofHours(2)));
        var author = author(person, cameo, Relation.MUTUAL);
        var film = stage.order(author, person);
        stage.finish(author, film);
        lose(loss, person, cameo, author, film);

        assertThatThrownBy(() -> videos.publish(author, film, SHOWN)).isInstanceOf(ConsentMissing.class);
        assertThat(videos.find(null, film)).isEmpty();
        assertThat(videos.find(person, film)).isPresent();
    }

    @ParameterizedTest
    @EnumSource(names = {"REVOKED_FROM_ALL", "CAMEO_DELETED", "FILM_HIDDEN", "LEVEL_LOWERED"})
    void whatEndsConsentHidesWhatWasShown(Loss loss) {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.EVERYONE);
        var author = stage.member("aoi");
        var film = stage.order(author, person);
        stage.finish(author, film);
        videos.publish(author, film, SHOWN);
        lose(loss, person, cameo, author, film);
        assertGone(film, author, person);
        assertThatThrownBy(() -> videos.publish(author, film, SHOWN)).isInstanceOf(ConsentMissing.class);
    }

    @ParameterizedTest
    @EnumSource
    void aPersonWhoWantsToSeeEachFilmSeesItFirst(Level level) {
        var person = stage.member("haru");
        var cameo = stage.person(person, level, true, null);
        var author = author(person, cameo, Relation.APPROVED);
        if (level == Level.NOBODY) {
            assertThatThrownBy(() -> stage.order(author, person)).isInstanceOf(GenerationRefused.class);
            return;
        }
        var film = stage.order(author, person);
        stage.finish(author, film);
        assertThatThrownBy(() -> videos.publish(author, film, SHOWN))
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        missing -> assertThat(missing.ground()).isEqualTo(ConsentMissing.Ground.WAITING));
        assertThat(videos.find(person, film)).isPresent();
        assertThat(videos.find(author, film)).isPresent();

        consents.decide(person.id(), use(film), true);
        videos.publish(author, film, SHOWN);
        assertThat(videos.find(null, film)).isPresent();
        consents.decide(person.id(), use(film), false);
        assertGone(film, author, person);
        consents.decide(person.id(), use(film), true);
        assertThat(videos.find(null, film)).isPresent();
    }

    enum Terms {
        WORDS_OF_THEIR_OWN,
        A_RESTRICTION,
        EACH_FILM_ASKED_FOR
    }

    @ParameterizedTest
    @EnumSource
    void termsThatChangedSinceTheOrderAreAskedAgainWhenTheFilmIsShown(Terms terms) {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.EVERYONE);
        var author = stage.member("aoi");
        var film = stage.order(author, person, "draws a sword by the sea");
        stage.finish(author, film);
        clock.pass(Duration.ofMinutes(1));
        change(person, cameo, terms, false);
        assertThatThrownBy(() -> videos.publish(author, film, SHOWN))
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        missing -> assertThat(missing.ground())
                                .isEqualTo(
                                        terms == Terms.EACH_FILM_ASKED_FOR
                                                ? ConsentMissing.Ground.WAITING
                                                : ConsentMissing.Ground.WORDS));
        assertThat(videos.find(null, film)).isEmpty();

        clock.pass(Duration.ofMinutes(1));
        consents.decide(person.id(), use(film), true);
        videos.publish(author, film, SHOWN);
        assertThat(videos.find(null, film))
                .as("a yes to this very film, under the terms of today")
                .isPresent();
    }

    @Test
    void aYesToOneFilmIsAskedAgainOfWhatCameLater() {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.EVERYONE, true, clock.instant().plus(Duration.ofHours(2)));
        var author = stage.member("aoi");
        var film = stage.order(author, person, "draws a sword by the sea");
        stage.finish(author, film);
        consents.decide(person.id(), use(film), true);
        clock.pass(Duration.ofHours(3));
        assertThatThrownBy(() -> videos.publish(author, film, SHOWN))
                .as("the day of the consent has passed since")
                .isInstanceOf(ConsentMissing.class);

        var other = stage.person(author, Level.EVERYONE, true, null);
        var theirs = stage.order(person, author, "draws a sword by the sea");
        stage.finish(person, theirs);
        consents.decide(author.id(), use(theirs), true);
        clock.pass(Duration.ofMinutes(1));
        change(author, other, Terms.A_RESTRICTION, false);
        assertThatThrownBy(() -> videos.publish(person, theirs, SHOWN)).isInstanceOf(ConsentMissing.class);
    }

    @Test
    void whatIsKeptAwayIsNotWrittenBeneathAFilmAndAdvertisesNothing() {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.EVERYONE);
        var author = stage.member("aoi");
        change(person, cameo, Terms.A_RESTRICTION, true);
        var film = stage.order(author, person);
        stage.finish(author, film);
        assertThatThrownBy(() ->
                        videos.publish(author, film, new Publication("Blood will flow", Visibility.EVERYONE, false)))
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        missing -> assertThat(missing.words()).containsExactly("blood"));
        assertThatThrownBy(
                        () -> videos.publish(author, film, new Publication("", Visibility.EVERYONE, false, null, true)))
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        missing -> assertThat(missing.ground()).isEqualTo(ConsentMissing.Ground.ADVERTISING));
        videos.publish(author, film, SHOWN);
        assertThatThrownBy(() ->
                        videos.publish(author, film, new Publication("Blood will flow", Visibility.EVERYONE, false)))
                .as("nor later")
                .isInstanceOf(ConsentMissing.class);
        assertThat(videos.find(null, film)).isPresent();
    }

    @Test
    void wordsThatAreKeptAwayFromNowOnHideTheFilmsThatHaveThemWhenTheirPersonSaysSo() {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.EVERYONE);
        var author = stage.member("aoi");
        var sword = stage.order(author, person, "draws a sword by the sea");
        var tea = stage.order(author, person, "drinks tea by the sea");
        for (var film : List.of(sword, tea)) {
            stage.finish(author, film);
            videos.publish(author, film, SHOWN);
        }
        change(person, cameo, Terms.A_RESTRICTION, true);
        assertGone(sword, author, person);
        assertThat(videos.find(null, tea)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void otherWordsAboutALikenessTakeNoFilmDownThatItsPersonSaidYesTo(boolean each) {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.APPROVED, each, null);
        var author = author(person, cameo, Relation.APPROVED_ONCE);
        var film = stage.order(author, person);
        stage.finish(author, film);
        if (each) {
            consents.decide(person.id(), use(film), true);
        }
        videos.publish(author, film, SHOWN);
        stage.change(person, cameo, Level.APPROVED, each, null, true);
        assertThat(videos.find(null, film)).isPresent();

        stage.change(person, cameo, Level.NOBODY, each, null, true);
        assertThat(videos.find(null, film).isPresent())
                .as("what was agreed to by itself goes only by itself")
                .isEqualTo(each);
    }

    @Test
    void whoNarrowsFirstMayHideAfterwards() {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.EVERYONE);
        var author = stage.member("aoi");
        var film = stage.order(author, person);
        stage.finish(author, film);
        videos.publish(author, film, SHOWN);
        stage.change(person, cameo, Level.APPROVED, false, null, false);
        assertThat(videos.find(null, film)).isPresent();
        stage.change(person, cameo, Level.APPROVED, false, null, true);
        assertGone(film, author, person);
    }

    @Test
    void aNoToAFilmIsANoToThoseThatHaveItInThem() {
        var person = stage.member("haru");
        stage.person(person, Level.EVERYONE);
        var author = stage.member("aoi");
        var films = new ArrayList<UUID>();
        for (int i = 0; i < 4; i++) {
            var film = i == 0 || i == 3 ? stage.order(author, person) : stage.extend(author, films.get(i - 1));
            stage.finish(author, film);
            videos.publish(author, film, SHOWN);
            films.add(film);
        }
        jdbc.sql("update video set remix_of = ? where id = ?")
                .params(films.getFirst(), films.getLast())
                .update();
        consents.decide(person.id(), use(films.getFirst()), false);
        films.subList(0, 3).forEach(film -> assertGone(film, author, person));
        assertThat(videos.find(null, films.getLast()))
                .as("one that only starts from it")
                .isPresent();
    }

    @Test
    void aFilmThatWaitsIsNotShownInOneThatGoesOnInIt() {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.EVERYONE, true, null);
        var author = stage.member("aoi");
        var film = stage.order(author, person);
        stage.finish(author, film);
        change(person, cameo, Terms.WORDS_OF_THEIR_OWN, false);
        var longer = stage.extend(author, film);
        stage.finish(author, longer);
        assertThatThrownBy(() -> videos.publish(author, longer, SHOWN))
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        missing -> assertThat(missing.ground()).isEqualTo(ConsentMissing.Ground.WAITING));
        consents.decide(person.id(), use(longer), true);
        videos.publish(author, longer, SHOWN);
        assertThat(videos.find(null, longer)).isPresent();
    }

    @Test
    void wordsThatAreKeptAwayAreInAFilmThatGoesOnInOneWithThem() {
        var person = stage.member("haru");
        var cameo = stage.person(person, Level.EVERYONE);
        var author = stage.member("aoi");
        var sword = stage.order(author, person, "draws a sword by the sea");
        stage.finish(author, sword);
        var longer = stage.extend(author, sword);
        stage.finish(author, longer);
        clock.pass(Duration.ofMinutes(1));
        change(person, cameo, Terms.WORDS_OF_THEIR_OWN, false);
        assertThatThrownBy(() -> videos.publish(author, longer, SHOWN))
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        missing -> assertThat(missing.words()).containsExactly("sword"));
        assertThatThrownBy(() -> stage.extend(author, sword)).isInstanceOf(GenerationRefused.class);

        consents.decide(person.id(), use(sword), true);
        var agreed = stage.extend(author, sword);
        stage.finish(author, agreed);
        assertThatThrownBy(() -> videos.publish(author, agreed, SHOWN))
                .as("a yes to the sword there is asked for once more here")
                .isInstanceOfSatisfying(
                        ConsentMissing.class,
                        missing -> assertThat(missing.ground()).isEqualTo(ConsentMissing.Ground.WAITING));
    }

    @Test
    void aNoToADraftStopsAtOnceWhatGoesOnInItAndGivesTheCreditsBack() {
        var person = stage.member("haru");
        stage.person(person, Level.EVERYONE);
        var author = stage.member("aoi");
        var draft = stage.order(author, person);
        stage.finish(author, draft);
        var queued = stage.extend(author, draft);
        var running = stage.extend(author, draft);
        jdbc.sql("update generation set state = 'RUNNING' where video_id = ?")
                .param(running)
                .update();

        consents.decide(person.id(), use(draft), false);
        assertThat(making(queued)).isEqualTo("CANCELLED");
        assertThat(jdbc.sql(
                                "select coalesce(sum(e.amount), 0) from ledger_entry e join generation g on g.id = e.generation_id where g.video_id = ?")
                        .param(queued)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select cancel_asked from generation where video_id = ?")
                        .param(running)
                        .query(Boolean.class)
                        .single())
                .as("its backend is told by the next step, which is due now")
                .isTrue();
        // a backend may have been done at that very moment
        stage.finish(author, running);
        assertGone(running, author, person);
    }

    @Test
    void whoIsInAFilmContinuesItOnceItIsShown() {
        var person = stage.member("haru");
        stage.person(person, Level.EVERYONE);
        var author = stage.member("aoi");
        var film = stage.order(author, person);
        stage.finish(author, film);
        assertThat(videos.find(person, film)).isPresent();
        assertThat(videos.remixing(person, film)).isNotEqualTo(Remixing.ALLOWED);
        assertThat(videos.remixing(author, film)).isEqualTo(Remixing.ALLOWED);
        videos.publish(author, film, new Publication("", Visibility.EVERYONE, true));
        assertThat(videos.remixing(person, film)).isEqualTo(Remixing.ALLOWED);
    }

    private void change(Viewer person, UUID cameo, Terms terms, boolean hide) {
        consents.change(
                person.id(),
                cameo,
                new app.emaki.cameo.Terms(
                        "Somebody",
                        Look.WOMAN,
                        "",
                        Level.EVERYONE,
                        terms == Terms.EACH_FILM_ASKED_FOR,
                        terms == Terms.A_RESTRICTION
                                ? List.of(Restriction.VIOLENCE, Restriction.ADVERTISING)
                                : List.of(),
                        terms == Terms.WORDS_OF_THEIR_OWN ? "sword" : "",
                        null),
                hide);
    }

    private void lose(Loss loss, Viewer person, UUID cameo, Viewer author, UUID film) {
        switch (loss) {
            case LEVEL_LOWERED -> stage.change(person, cameo, Level.NOBODY, false, null, true);
            case UNFOLLOWED ->
                jdbc.sql("delete from follow where follower = ?")
                        .param(author.id())
                        .update();
            case BLOCKED -> block(person, author);
            case DAY_PASSED -> clock.pass(Duration.ofHours(3));
            case PERSON_SUSPENDED ->
                jdbc.sql("update account set standing = 'SUSPENDED' where id = ?")
                        .param(person.id())
                        .update();
            case REVOKED_FROM_ALL -> consents.revokeAll(person.id(), cameo);
            case CAMEO_DELETED -> consents.delete(person.id(), cameo);
            case FILM_HIDDEN -> consents.decide(person.id(), use(film), false);
        }
    }

    private void assertGone(UUID film, Viewer author, Viewer person) {
        assertThat(videos.find(null, film)).isEmpty();
        assertThat(videos.find(stage.member("passer"), film)).isEmpty();
        if (!author.id().equals(person.id())) {
            assertThat(videos.find(author, film)).isEmpty();
            assertThat(videos.library(author, null, 10).items())
                    .noneMatch(card -> card.id().equals(film));
        }
        assertThat(videos.find(person, film)).isPresent();
        assertThatThrownBy(() -> videos.undelete(author, film)).isInstanceOf(NoSuchVideo.class);
    }

    private Viewer author(Viewer person, UUID cameo, Relation relation) {
        if (relation == Relation.THE_PERSON) {
            return person;
        }
        var author = stage.member("aoi");
        switch (relation) {
            case FOLLOWS_THE_PERSON -> follows.follow(author, person.id());
            case FOLLOWED_BY_THE_PERSON -> follows.follow(person, author.id());
            case MUTUAL, MUTUAL_BUT_REVOKED -> {
                follows.follow(author, person.id());
                follows.follow(person, author.id());
            }
            case APPROVED_BUT_BLOCKED -> block(person, author);
            default -> {}
        }
        stage.grant(cameo, author, grant(relation), relation == Relation.APPROVED_ONCE);
        return author;
    }

    private static Grant grant(Relation relation) {
        return switch (relation) {
            case HAS_ASKED -> Grant.ASKED;
            case APPROVED, APPROVED_ONCE, APPROVED_BUT_BLOCKED -> Grant.ALLOWED;
            case REFUSED -> Grant.REFUSED;
            case REVOKED, MUTUAL_BUT_REVOKED -> Grant.REVOKED;
            default -> Grant.NONE;
        };
    }

    private void block(Viewer blocker, Viewer blocked) {
        jdbc.sql("insert into block (blocker, blocked, created_at) values (?, ?, now())")
                .params(blocker.id(), blocked.id())
                .update();
    }

    private String making(UUID film) {
        return jdbc.sql("select state from generation where video_id = ?")
                .param(film)
                .query(String.class)
                .single();
    }

    private List<String> told(Viewer viewer) {
        return jdbc.sql("select kind from notification where account_id = ?")
                .param(viewer.id())
                .query(String.class)
                .list();
    }

    private int uses(UUID cameo) {
        return jdbc.sql("select count(*) from cameo_use where cameo = ?")
                .param(cameo)
                .query(Integer.class)
                .single();
    }

    private @Nullable UUID use(UUID film) {
        return jdbc.sql("select id from cameo_use where video = ?")
                .param(film)
                .query(UUID.class)
                .single();
    }
}
