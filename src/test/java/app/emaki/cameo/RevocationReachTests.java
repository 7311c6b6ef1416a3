package app.emaki.cameo;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.AccountClosed;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.generation.Generations;
import app.emaki.media.MediaGuard;
import app.emaki.media.MediaKey;
import app.emaki.platform.PublicId;
import app.emaki.video.Publication;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** After a revocation a film is gone by every address at once, but for the person in it and for those who moderate. */
@EmakiTest
class RevocationReachTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestCameos stage;

    @Autowired
    Videos videos;

    @Autowired
    TestVideos cast;

    @Autowired
    Accounts accounts;

    @Autowired
    Consents consents;

    @Autowired
    Cameos cameos;

    @Autowired
    BarredCameos barred;

    @Autowired
    Portraits portraits;

    @Autowired
    CameoQuery query;

    @Autowired
    ConsentLedgerQuery ledger;

    @Autowired
    Generations generations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    List<MediaGuard> guards;

    Viewer person;
    Viewer author;
    Viewer passer;
    Viewer moderator;
    UUID cameo;
    UUID film;

    @BeforeEach
    void aFilm() {
        person = stage.member("haru");
        author = stage.member("aoi");
        passer = stage.member("passer");
        moderator = stage.member("mod");
        jdbc.sql("update account set role = 'MODERATOR' where id = ?")
                .param(moderator.id())
                .update();
        cameo = stage.person(person, Level.EVERYONE);
        film = stage.order(author, person);
        stage.finish(author, film);
        videos.publish(author, film, new Publication("Zinnia by the sea", Visibility.EVERYONE, true));
    }

    @Test
    void aFilmIsGoneByEveryAddressAtOnce() {
        assertReached(200);
        consents.revoke(person.id(), cameo, author.id());
        assertReached(404);
        assertThat(body("/generations", author))
                .as("its author reads why")
                .contains("Stopped: somebody in it does not agree any more.");
        assertThat(status("/v/" + PublicId.of(film), person)).isEqualTo(200);
        assertThat(status("/v/" + PublicId.of(film), moderator)).isEqualTo(200);
        assertThat(mvc.put()
                        .uri("/videos/" + PublicId.of(film) + "/like")
                        .with(signedInAs(passer))
                        .with(csrf()))
                .hasStatus(404);
    }

    @Test
    void whatItsAuthorGaveUpThemselvesIsNotSaidToBeTheDoingOfThePerson() {
        var order = stage.order(author, person);
        generations.cancel(
                author,
                jdbc.sql("select id from generation where video_id = ?")
                        .param(order)
                        .query(UUID.class)
                        .single());
        videos.delete(author, film);
        consents.revoke(person.id(), cameo, author.id());
        assertThat(body("/generations", author)).doesNotContain("somebody in it does not agree any more");
        assertThat(logged()).last().isEqualTo("cameo.act.revoked films 1");
    }

    @Test
    void aFilmThatIsToBeShownToMoreIsAskedForAgain() {
        videos.publish(author, film, new Publication("", Visibility.LINK, false));
        stage.change(person, cameo, Level.APPROVED, false, null, false);
        videos.publish(author, film, new Publication("The sea", Visibility.LINK, false));
        for (var wider : List.of(Visibility.EVERYONE, Visibility.FOLLOWERS)) {
            assertThatThrownBy(() -> videos.publish(author, film, new Publication("", wider, false)))
                    .isInstanceOf(ConsentMissing.class);
        }
    }

    @Test
    void aNoThatIsSaidWhileAModeratorLooksOutlastsTheirDecision() {
        var longer = stage.extend(author, film);
        stage.finish(author, longer);
        barred.bar(cameo);
        stage.refuse(person, film);
        barred.admit(cameo);
        assertThat(videos.find(author, film)).isEmpty();
        assertThat(videos.find(author, longer)).isEmpty();
        assertThat(cameos.objection(author, "She walks on", List.of(), film, null))
                .as("and a quote says so before the order does")
                .hasValueSatisfying(it -> assertThat(it.ground()).isEqualTo(Objection.Ground.REFUSED));
    }

    @Test
    void aRequestIsRefusedAlsoWhileAModeratorHasClosedTheCameo() {
        stage.change(person, cameo, Level.APPROVED, true, null, false);
        consents.ask(passer, cameo, "A walk in the rain");
        barred.bar(cameo);

        assertThatThrownBy(() -> consents.answer(person.id(), cameo, passer.id(), true, false))
                .isInstanceOf(NoSuchCameo.class);
        consents.answer(person.id(), cameo, passer.id(), false, false);
        assertThat(logged()).last().asString().startsWith("cameo.act.refused");
    }

    @Test
    void revokingOneAuthorLeavesTheOthersAlone() {
        var other = stage.member("nagi");
        var theirs = stage.order(other, person);
        stage.finish(other, theirs);
        videos.publish(other, theirs, new Publication("", Visibility.EVERYONE, false));
        consents.revoke(person.id(), cameo, author.id());
        assertThat(videos.find(null, theirs)).isPresent();
        assertThat(videos.find(null, film)).isEmpty();
    }

    @Test
    void deletingACameoErasesThePortraitAndHidesEveryFilm() {
        assertThat(portraits.open(cameo)).isPresent();
        assertThat(mvc.get().uri("/cameo/" + cameo + "/portrait").with(signedInAs(author)))
                .hasStatus(404);
        assertThat(mvc.delete()
                        .uri("/cameo/" + cameo)
                        .param("handle", "@" + person.handle())
                        .with(signedInAs(person))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(portraits.open(cameo)).isEmpty();
        assertThat(jdbc.sql("select count(*) from cameo_portrait where cameo = ?")
                        .param(cameo)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertReached(404);
    }

    @Test
    void everyAnswerLeavesItsTraceInTheLog() {
        consents.ask(passer, cameo, "");
        stage.change(person, cameo, Level.APPROVED, true, null, false);
        consents.ask(passer, cameo, "");
        consents.answer(person.id(), cameo, passer.id(), true, false);
        consents.answer(person.id(), cameo, passer.id(), false, false);
        var use = jdbc.sql("select id from cameo_use where video = ?")
                .param(film)
                .query(UUID.class)
                .single();
        consents.decide(person.id(), use, false);
        consents.revoke(person.id(), cameo, author.id());
        consents.delete(person.id(), cameo);
        assertThat(logged())
                .containsExactly(
                        "cameo.act.made 2026-11-25 en",
                        "cameo.act.limited level NOBODY → EVERYONE",
                        "cameo.act.limited level EVERYONE → APPROVED; asks each false → true",
                        "cameo.act.allowed ",
                        "cameo.act.refused ",
                        "cameo.act.film.revoked ALLOWED → REVOKED",
                        "cameo.act.revoked films 0",
                        "cameo.act.deleted films 0");
    }

    @Test
    void aFilmThatNeverCameToBeIsNoUseAndSpendsNoConsent() {
        stage.change(person, cameo, Level.APPROVED, false, null, false);
        stage.grant(cameo, passer, Standing.Grant.ALLOWED, true);
        var order = stage.order(passer, person);
        assertThat(query.find(passer.id(), cameo).orElseThrow().standing()).isNotEqualTo(Standing.ALLOWED);
        assertThat(body("/cameo", person)).contains("@" + passer.handle());

        var generation = jdbc.sql("select id from generation where video_id = ?")
                .param(order)
                .query(UUID.class)
                .single();
        generations.cancel(passer, generation);
        assertThat(ledger.uses(person.id(), null).items())
                .extracting(ConsentLedgerQuery.Use::video)
                .contains(film)
                .doesNotContain(order);
        assertThat(query.find(passer.id(), cameo).orElseThrow().standing()).isEqualTo(Standing.ALLOWED);
    }

    @Test
    void noticesOfOthersAndTheAuthorsOwnPageTellNothingOfAFilmThatIsGone() {
        jdbc.sql("""
                        insert into notification (id, account_id, kind, topic, actor_id, words, happened_at)
                        values (uuidv7(), ?, 'REPLIED', ?, ?, '', now())""").params(passer.id(), film, author.id()).update();
        var link = PublicId.of(film);
        videos.publish(author, film, new Publication("Zinnia by the sea", Visibility.LINK, true));
        assertThat(body("/notifications", passer))
                .contains(link, TestVideos.key("post", film, "jpg").value());
        assertThat(body("/@" + author.handle() + "?tab=unlisted", author)).contains(link);
        consents.revoke(person.id(), cameo, author.id());
        assertThat(body("/notifications", passer))
                .contains(author.displayName())
                .doesNotContain(
                        link, "Zinnia", TestVideos.key("post", film, "jpg").value());
        assertThat(body("/@" + author.handle() + "?tab=unlisted", author)).doesNotContain(link, "Zinnia");
    }

    private List<String> logged() {
        return jdbc.sql("select act || ' ' || detail from audit_entry where actor_id = ? order by number")
                .param(person.id())
                .query(String.class)
                .list();
    }

    @Test
    void closingAnAccountDoesAllOfThat() {
        events.publishEvent(new AccountClosed(person.id()));
        assertThat(logged()).last().isEqualTo("cameo.act.deleted.closed films 1");
        assertThat(portraits.open(cameo)).isEmpty();
        assertReached(404);
    }

    @Test
    void aPortraitLiesSealedAndIsForItsOwnerAlone() {
        var sealed = jdbc.sql("select sealed from cameo_portrait where cameo = ?")
                .param(cameo)
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("portrait");
        for (var viewer : new Viewer[] {author, passer, moderator}) {
            assertThat(mvc.get().uri("/cameo/" + cameo + "/portrait").with(signedInAs(viewer)))
                    .hasStatus(404);
            assertThat(mvc.get().uri("/cameo/" + cameo).with(signedInAs(viewer)))
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/cameo/" + cameo + "/portrait").with(signedInAs(person)))
                .hasStatusOk()
                .hasContentType("image/jpeg");
    }

    @Test
    void theLedgerTellsThePersonAndTheAuthorEachTheirSide() {
        stage.change(person, cameo, Level.APPROVED, true, null, false);
        consents.ask(passer, cameo, "A walk in the rain");
        assertThat(body("/cameo", person))
                .contains("A walk in the rain", passer.handle(), author.handle(), "by the sea");
        consents.answer(person.id(), cameo, passer.id(), true, true);
        assertThat(body("/cameo", person)).contains("/cameo/" + cameo + "/grants/" + passer.id());
        assertThat(body("/cameo", author)).contains("@" + person.handle());
        assertThat(body("/cameo/requests/" + person.handle(), passer)).contains("@" + person.handle());
        assertThat(body("/cameo/" + cameo, person)).contains("name=\"level\"");
        assertThat(body("/notifications", person)).contains("asks to use your likeness", "is making a film with you");
        assertThat(status("/admin/moderation/cameo", moderator)).isEqualTo(200);
        assertThat(status("/admin/moderation/cameo", person)).isEqualTo(403);
    }

    @Test
    void whoHasNoAccountCanAskForATakedownAndAModeratorGrantsIt() {
        assertThat(mvc.post()
                        .uri("/takedown")
                        .param("page", "https://emaki.example/v/" + PublicId.of(film))
                        .param("name", "Natsu")
                        .param("contact", "natsu@example.org")
                        .param("words", "This is me, and I never agreed.")
                        .with(csrf()))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/takedown/thanks");
        assertThat(status("/takedown/thanks", null)).isEqualTo(200);
        assertThat(body("/admin/moderation/cameo", moderator)).contains("Natsu", "natsu@example.org");
        var request = jdbc.sql("select id from cameo_takedown where video = ?")
                .param(film)
                .query(UUID.class)
                .single();
        assertThat(mvc.put()
                        .uri("/admin/moderation/cameo/" + request)
                        .param("down", "true")
                        .param("answer", "Shown without consent")
                        .with(signedInAs(moderator))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql("select detail from audit_entry where actor_id = ? and act = 'cameo.act.takedown.granted'")
                        .param(moderator.id())
                        .query(String.class)
                        .list())
                .containsExactly("Shown without consent");
        assertThat(videos.find(passer, film)).isEmpty();
        assertThat(videos.find(author, film).orElseThrow().takenDownReason()).contains("Shown without consent");
    }

    @Test
    void nobodyDeclinesWhatIsAskedOfTheirOwnFilm() {
        jdbc.sql("update account set role = 'MODERATOR' where id = ?")
                .param(author.id())
                .update();
        var request = asked();
        decline(author, request);
        assertThat(state(request)).isEqualTo("OPEN");
        decline(moderator, request);
        assertThat(state(request)).isEqualTo("DECLINED");
    }

    @Test
    void aTakedownIsADecisionEvenWhileAnotherLooksAtTheFilm() {
        var request = asked();
        jdbc.sql("""
                        insert into matter (id, kind, subject_id, account_id, words, rule, weight, voices, held, opened_at,
                            claimed_by, claimed_until, version)
                        values (uuidv7(), 'VIDEO', ?, ?, '', 'SPAM', 1, 1, false, now(), ?, timestamptz '2999-01-01', 0)""").params(film, author.id(), person.id()).update();
        mvc.put()
                .uri("/admin/moderation/cameo/" + request)
                .param("down", "true")
                .with(signedInAs(moderator))
                .with(csrf())
                .exchange();
        assertThat(videos.find(passer, film)).isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from decision where account_id = ? and moderator_id = ? and outcome = 'REMOVE'")
                        .params(author.id(), moderator.id())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private UUID asked() {
        mvc.post()
                .uri("/takedown")
                .remoteAddress("198.51.100.61")
                .param("page", "https://emaki.example/v/" + PublicId.of(film))
                .param("name", "Natsu")
                .param("contact", "natsu@example.org")
                .with(csrf())
                .exchange();
        return jdbc.sql("select id from cameo_takedown where video = ?")
                .param(film)
                .query(UUID.class)
                .single();
    }

    private void decline(Viewer who, UUID request) {
        mvc.put()
                .uri("/admin/moderation/cameo/" + request)
                .param("down", "false")
                .with(signedInAs(who))
                .with(csrf())
                .exchange();
    }

    private String state(UUID request) {
        return jdbc.sql("select state from cameo_takedown where id = ?")
                .param(request)
                .query(String.class)
                .single();
    }

    @Test
    void anyAddressOfAFilmIsUnderstoodAndItsBranchGoesWithItWhenTheModeratorSaysSo() {
        var id = PublicId.of(film);
        var addresses = List.of(
                "https://emaki.example/v/" + id + "?from=share#t=3",
                "http://localhost:8080/embed/" + id,
                "https://emaki.example/oembed?url=https%3A%2F%2Femaki.example%2Fv%2F" + id + "&format=json",
                "https://emaki.example/v1/videos/video_" + id + "/content",
                "video_" + id,
                "/v/" + id + "/lineage",
                "emaki.example/videos/" + id + "/branch",
                "https://emaki.example/media/" + TestVideos.key("film", film, "mp4"),
                "I saw it at https://emaki.example/v/" + id + ", yesterday at noon.",
                film.toString());
        addresses.forEach(page -> mvc.post()
                .uri("/takedown")
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("203.0.113." + (1 + addresses.indexOf(page)));
                    return request;
                })
                .param("page", page)
                .param("name", "Natsu")
                .param("contact", "natsu@example.org")
                .exchange());
        var requests = jdbc.sql("select id from cameo_takedown where video = ? order by created_at, id")
                .param(film)
                .query(UUID.class)
                .list();
        assertThat(requests).hasSameSizeAs(addresses);

        var child = cast.draft(passer, film);
        videos.publish(passer, child, new Publication("The second", Visibility.EVERYONE, true));
        assertThat(body("/admin/moderation/cameo", moderator)).contains("Also the film that was made from it");
        assertThat(mvc.put()
                        .uri("/admin/moderation/cameo/" + requests.getFirst())
                        .param("down", "true")
                        .param("branch", "true")
                        .param("answer", "Never agreed")
                        .with(signedInAs(moderator))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(videos.find(null, film)).isEmpty();
        assertThat(videos.find(null, child)).isEmpty();
        assertThat(body("/standing", author))
                .as("its author reads why and may appeal, as of any decision")
                .contains("Never agreed", "/appeal");
    }

    @Test
    void consentThatIsGivenBackCountsAFilmAgain() {
        var source = cast.published(passer, Visibility.EVERYONE, "The first");
        jdbc.sql("update video set remix_of = ? where id = ?")
                .params(source, film)
                .update();
        var use = jdbc.sql("select id from cameo_use where video = ?")
                .param(film)
                .query(UUID.class)
                .single();
        consents.decide(person.id(), use, false);
        assertThat(hangsOn(source)).isEqualTo("0 false");
        consents.decide(person.id(), use, true);
        assertThat(hangsOn(source)).isEqualTo("1 true");
    }

    private String hangsOn(UUID source) {
        return jdbc.sql("select remixes || ' ' || linked from video where id = ?")
                .param(source)
                .query(String.class)
                .single();
    }

    @Test
    void changedLimitsStandInTheLog() {
        assertThat(mvc.put()
                        .uri("/admin/moderation/cameo/limits")
                        .param("inAFilm", "3")
                        .param("characters", "12")
                        .with(signedInAs(admin()))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(jdbc.sql(
                                "select subject from audit_entry where act = 'cameo.act.limits' order by number desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("in a film 2, characters 12 → in a film 3, characters 12");
        jdbc.sql("delete from setting where name like 'cameo.%'").update();
    }

    private Viewer admin() {
        jdbc.sql("update account set role = 'ADMIN' where id = ?")
                .param(moderator.id())
                .update();
        return accounts.find(moderator.id()).orElseThrow();
    }

    @Test
    void nobodyDecidesAboutTheLikenessOfAnother() {
        var use = jdbc.sql("select id from cameo_use where video = ?")
                .param(film)
                .query(UUID.class)
                .single();
        for (var uri : new String[] {
            "/cameo/" + cameo + "/grants/" + author.id(),
            "/cameo/uses/" + use,
            "/cameo/" + cameo + "/consent",
            "/cameo/" + cameo
        }) {
            assertThat(mvc.delete()
                            .uri(uri)
                            .param("handle", person.handle())
                            .with(signedInAs(author))
                            .with(csrf()))
                    .hasStatus(404);
        }
        assertThat(mvc.put().uri("/cameo/uses/" + use).with(signedInAs(author)).with(csrf()))
                .hasStatus(404);
        assertReached(200);
    }

    @Test
    void aLikenessForItsOwnerAloneIsNotToBeFound() {
        stage.change(person, cameo, Level.NOBODY, false, null, false);
        assertThat(mvc.get().uri("/cameo/requests/" + person.handle()).with(signedInAs(passer)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/cameo/names?q=" + person.handle()).with(signedInAs(passer)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(person.handle());
    }

    private void assertReached(int expected) {
        boolean there = expected == 200;
        for (var viewer : new Viewer[] {null, passer, author}) {
            assertThat(status("/v/" + PublicId.of(film), viewer)).isEqualTo(expected);
            assertThat(videos.find(viewer, film).isPresent()).isEqualTo(there);
        }
        for (var part : List.of(TestVideos.key("film", film, "mp4"), TestVideos.key("post", film, "jpg"))) {
            for (var viewer : new Viewer[] {null, passer, author}) {
                assertThat(mayRead(part, viewer)).isEqualTo(there);
            }
            assertThat(mayRead(part, person)).isTrue();
            assertThat(mayRead(part, moderator)).isTrue();
        }
        assertThat(body("/search?q=Zinnia", passer).contains(PublicId.of(film))).isEqualTo(there);
        assertThat(body("/latest", passer).contains(PublicId.of(film))).isEqualTo(there);
        assertThat(body("/", null).contains(PublicId.of(film))).isFalse();
        assertThat(body("/@" + author.handle(), passer).contains(PublicId.of(film)))
                .isEqualTo(there);
        assertThat(body("/library", author).contains(PublicId.of(film))).isEqualTo(there);
        assertThat(status("/videos/" + PublicId.of(film) + "/publication", author))
                .isEqualTo(expected);
    }

    private boolean mayRead(MediaKey key, @Nullable Viewer viewer) {
        return guards.stream()
                .anyMatch(guard -> guard.mayRead(key, viewer == null ? null : viewer.id()) == MediaGuard.Ruling.ALLOW);
    }

    private int status(String uri, @Nullable Viewer viewer) {
        return (viewer == null ? mvc.get().uri(uri) : mvc.get().uri(uri).with(signedInAs(viewer)))
                .exchange()
                .getResponse()
                .getStatus();
    }

    private String body(String uri, @Nullable Viewer viewer) {
        try {
            return (viewer == null ? mvc.get().uri(uri) : mvc.get().uri(uri).with(signedInAs(viewer)))
                    .exchange()
                    .getResponse()
                    .getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
