package app.emaki.moderation;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.cameo.Level;
import app.emaki.cameo.TestCameos;
import app.emaki.generation.FaceDeclaration;
import app.emaki.generation.FaceDeclarations;
import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import app.emaki.video.VideoHeld;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
class ModerationPagesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos stage;

    @Autowired
    Videos videos;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Accounts accounts;

    @Autowired
    Ids ids;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestCameos cameos;

    @Autowired
    GroundsQuery grounds;

    @Autowired
    FaceDeclarations faces;

    Viewer member;
    Viewer author;
    Viewer admin;
    UUID video;

    @BeforeEach
    void people() {
        member = stage.member("me");
        author = stage.member("au");
        video = stage.published(author, Visibility.EVERYONE, "Colony landing");
        var handle = "ad" + PublicId.of(ids.next()).toLowerCase().substring(10);
        admin = accounts.registerAdmin(handle, handle + "@example.org", "a long enough password");
    }

    @Test
    void aMemberReportsAndTheAdminTakesDown() {
        var report = mvc.post()
                .uri("/reports")
                .with(signedInAs(member))
                .with(csrf())
                .param("video", PublicId.of(video))
                .param("rule", "MISLEADING")
                .param("note", "Not real")
                .exchange();
        assertThat(report).hasStatus3xxRedirection();
        var thread = String.valueOf(report.getResponse().getRedirectedUrl());
        assertThat(thread).startsWith("/reports/").endsWith("?thanks");
        assertThat(mvc.get().uri(thread).with(signedInAs(member)))
                .hasStatusOk()
                .bodyText()
                .contains("Not real", "Thank you");
        assertThat(mvc.get().uri(thread).with(signedInAs(stage.member("st")))).hasStatus(HttpStatus.NOT_FOUND);

        var matter = matter();
        assertThat(mvc.get().uri("/admin/moderation?matter=" + matter).with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("Not real", "It is passed off as real.", "a fox on a bridge in the rain");

        assertThat(mvc.post()
                        .uri("/admin/moderation/matters/" + matter + "/decision")
                        .with(signedInAs(admin))
                        .with(csrf())
                        .param("outcome", "REMOVE")
                        .param("ground", "MISLEADING")
                        .param("words", ""))
                .hasStatus3xxRedirection();

        assertThat(mvc.get().uri("/reports/new?video=" + PublicId.of(video)).with(signedInAs(member)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.get().uri("/reports").with(signedInAs(member)))
                .bodyText()
                .contains("Decided");
        assertThat(mvc.get().uri("/admin/moderation/decisions").with(signedInAs(admin)))
                .bodyText()
                .contains("Removed", "Colony landing");
        assertThat(mvc.get()
                        .uri("/admin/moderation/log?q=" + PublicId.of(video))
                        .with(signedInAs(admin)))
                .bodyText()
                .contains("Removed", "The log is whole");
        assertThat(mvc.get()
                        .uri("/admin/moderation/log.csv?q=" + PublicId.of(video))
                        .with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("decision.REMOVE", admin.handle());
        assertThat(mvc.get().uri("/standing").with(signedInAs(author)))
                .bodyText()
                .contains("It is passed off as real.", "Appeal");
    }

    @Test
    void aFilmWhoseWordsChangedSinceTheLookIsLookedAtAgain() {
        jdbc.sql("update video set held_at = now(), published_at = null where id = ?")
                .param(video)
                .update();
        events.publishEvent(new VideoHeld(video, author.id(), ""));
        var matter = matter();
        assertThat(keep(matter, Looked.at("What stood there before")))
                .hasStatusOk()
                .bodyText()
                .contains("have changed since you looked", Looked.at("Colony landing"));
        assertThat(videos.find(null, video)).isEmpty();
        assertThat(keep(matter, Looked.at("Colony landing"))).hasStatus3xxRedirection();
        assertThat(videos.find(null, video)).isPresent();
    }

    private MvcTestResult keep(String matter, String seen) {
        return mvc.post()
                .uri("/admin/moderation/matters/" + matter + "/decision")
                .with(signedInAs(admin))
                .with(csrf())
                .param("outcome", "KEEP")
                .param("ground", "OTHER")
                .param("seen", seen)
                .exchange();
    }

    @Test
    void besideAFilmStandsWhatWasSaidOfTheFacesInIt() {
        var first = stage.draft(member);
        faces.ofFilm(member.id(), first, FaceDeclaration.Said.PROGRAM);
        jdbc.sql("""
                        insert into face_declaration (video, account, source, said, agreed_at, origin)
                        values (:film, :author, 'PICTURE', 'PAGE', now(), null), (:film, :member, 'FILM', 'PROGRAM', now(), :first)""")
                .param("film", video)
                .param("author", author.id())
                .param("member", member.id())
                .param("first", first)
                .update();
        mvc.post()
                .uri("/reports")
                .with(signedInAs(member))
                .with(csrf())
                .param("video", PublicId.of(video))
                .param("rule", "REAL_PERSON")
                .exchange();
        assertThat(mvc.get().uri("/admin/moderation?matter=" + matter()).with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Faces brought in",
                        "In a picture",
                        "said on the page that everybody in it agrees",
                        "said through a program that everybody in it agrees",
                        "/v/" + PublicId.of(first));
    }

    @Test
    void besideAFilmStandTheConsentsThatItRestsOnAndWhoBroughtItsAuthor() {
        var person = cameos.member("haru");
        var maker = cameos.member("aoi");
        var host = cameos.member("host");
        var likeness = cameos.person(person, Level.EVERYONE);
        var film = cameos.order(maker, person);
        cameos.finish(maker, film);
        jdbc.sql("""
                        with code as (insert into invite (id, owner_id, personal, code, seats, used, state, created_at)
                          values (uuidv7(), :host, false, :code, 4, 1, 'OPEN', now()) returning id)
                        insert into invite_use (account_id, invite_id, seat, used_at) select :maker, id, 1, now() from code""")
                .param("host", host.id())
                .param("maker", maker.id())
                .param("code", "GRND" + "2345")
                .update();
        jdbc.sql("update account set standing = 'SUSPENDED' where id = ?")
                .param(host.id())
                .update();
        jdbc.sql("update cameo_use set state = 'REVOKED', decided_at = now() where cameo = ?")
                .param(likeness)
                .update();
        assertThat(grounds.consents(film)).singleElement().satisfies(consent -> {
            assertThat(consent.handle()).isEqualTo(person.handle());
            assertThat(consent.state()).isEqualTo("REVOKED");
            assertThat(consent.ground()).isEqualTo("FILM");
        });
        assertThat(grounds.inviter(maker.id())).hasValueSatisfying(it -> {
            assertThat(it.handle()).isEqualTo(host.handle());
            assertThat(it.standing().name()).isEqualTo("SUSPENDED");
        });
        assertThat(grounds.consents(video)).isEmpty();

        jdbc.sql("update cameo_use set video = :video where video = :film")
                .param("video", video)
                .param("film", film)
                .update();
        jdbc.sql("update invite_use set account_id = :author where account_id = :maker")
                .param("author", author.id())
                .param("maker", maker.id())
                .update();
        assertThat(mvc.post()
                        .uri("/reports")
                        .with(signedInAs(member))
                        .with(csrf())
                        .param("video", PublicId.of(video))
                        .param("rule", "PRIVATE_DATA"))
                .hasStatus3xxRedirection();
        assertThat(mvc.get().uri("/admin/moderation?matter=" + matter()).with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("@" + person.handle(), "Taken back", "said of this film", "@" + host.handle(), "Suspended");
    }

    @Test
    void aSuspendedAccountReachesItsStandingAndNothingElse() {
        accounts.suspend(author.id());

        assertThat(mvc.get().uri("/standing").with(signedInAs(author))).hasStatusOk();
        for (var path : new String[] {"/", "/studio", "/reports", "/settings", "/v/" + PublicId.of(video)}) {
            assertThat(mvc.get().uri(path).with(signedInAs(author))).hasRedirectedUrl("/standing");
        }
    }

    @Test
    void refusedWordsMeetACardWithARewriteAndAModeratorToAsk() {
        assertThat(mvc.post()
                        .uri("/generations")
                        .with(signedInAs(member))
                        .with(csrf())
                        .param("text", "a hentai fox over snow"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("No pornography.", "<del>hentai</del>", "Ask a moderator", "nothing was charged");

        var asked = mvc.post()
                .uri("/asks?use=PROMPT")
                .with(signedInAs(member))
                .with(csrf())
                .param("text", "a hentai fox over snow")
                .exchange();
        assertThat(asked).hasStatus3xxRedirection();
        assertThat(mvc.get()
                        .uri(String.valueOf(asked.getResponse().getRedirectedUrl()))
                        .with(signedInAs(member)))
                .bodyText()
                .contains("a hentai fox over snow");
    }

    @Test
    void theNumbersAreOpenOnlyWhereTheHouseWantsIt() {
        assertThat(mvc.get().uri("/transparency")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.put()
                        .uri("/admin/house")
                        .with(signedInAs(admin))
                        .with(csrf())
                        .param("review", "OFF")
                        .param("open", "true")
                        .param("why", "We promised it"))
                .hasRedirectedUrl("/admin/house");
        assertThat(mvc.get().uri("/transparency")).hasStatusOk();
        assertThat(mvc.get().uri("/admin/moderation/log?q=promised").with(signedInAs(admin)))
                .bodyText()
                .contains("Changed how the house is moderated", "We promised it");
        mvc.put()
                .uri("/admin/house")
                .with(signedInAs(admin))
                .with(csrf())
                .param("review", "OFF")
                .exchange();
    }

    @Test
    void aReportWithoutARuleSaysWhatIsMissingInTheReadersLanguage() {
        assertThat(mvc.post()
                        .uri("/reports")
                        .with(signedInAs(member))
                        .with(csrf())
                        .header("Accept-Language", "ja")
                        .param("video", PublicId.of(video))
                        .param("note", "言葉は残る"))
                .hasStatusOk()
                .bodyText()
                .contains("問題を一つ選んでください。", "言葉は残る");
    }

    @Test
    void whatAMemberMayNotSeeCannotBeReported() {
        var draft = stage.draft(stage.member("au"));

        assertThat(mvc.get().uri("/reports/new?video=" + PublicId.of(draft)).with(signedInAs(member)))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void membersDoNotReachThePagesOfModeration() {
        for (var page : new String[] {"", "/decisions", "/appeals", "/log", "/log.csv"}) {
            assertThat(mvc.get().uri("/admin/moderation" + page).with(signedInAs(member)))
                    .hasStatus(HttpStatus.FORBIDDEN);
        }
    }

    private String matter() {
        return PublicId.of(jdbc.sql("select id from matter where subject_id = ?")
                .param(video)
                .query(UUID.class)
                .single());
    }
}
