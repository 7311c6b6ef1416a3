package app.emaki.moderation;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.AccountReturned;
import app.emaki.account.Accounts;
import app.emaki.account.Role;
import app.emaki.account.Standing;
import app.emaki.account.Viewer;
import app.emaki.cameo.Cameos;
import app.emaki.cameo.Level;
import app.emaki.cameo.TestCameos;
import app.emaki.moderation.Decision.Verdict;
import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Nobody judges in their own matter, nobody slips away from a decision, and a cameo is judged like any other thing. */
@EmakiTest
class JudgesTests {
    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestVideos stage;

    @Autowired
    TestCameos cameos;

    @Autowired
    Cameos casting;

    @Autowired
    Videos videos;

    @Autowired
    Accounts accounts;

    @Autowired
    Moderation moderation;

    @Autowired
    Decisions decisions;

    @Autowired
    ModerationQuery query;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ids ids;

    @Autowired
    ApplicationEventPublisher events;

    Viewer reporter;
    Viewer judge;
    Viewer judged;

    @BeforeEach
    void people() {
        reporter = stage.member("re");
        judge = admin();
        judged = moderator();
    }

    @Test
    void nobodyTakesBackWhatWasDecidedAgainstThemselves() {
        var decision = decide(judged, Outcome.WARN);

        assertThatThrownBy(() -> decisions.undo(judged, decision)).hasMessage("moderation.refused.own");
        assertThat(mvc.delete()
                        .uri("/admin/moderation/decisions/" + PublicId.of(decision))
                        .with(signedInAs(judged))
                        .with(csrf()))
                .hasRedirectedUrl("/admin/moderation/decisions");
        assertThat(query.decision(decision)).get().returns(false, ModerationQuery.PastDecision::undone);
        assertThat(decisions.undo(judge, decision)).isPresent();
    }

    @Test
    void whatAnAdminDecidedOnAColleagueIsNotTakenBackByAnotherColleague() {
        var decision = decide(judged, Outcome.SUSPEND);

        assertThatThrownBy(() -> decisions.undo(moderator(), decision)).hasMessage("moderation.refused.colleague");
        assertThat(standing(judged)).isEqualTo(Standing.SUSPENDED);
    }

    @Test
    void whoeverModeratesNeitherSeesNorSettlesWhatIsSaidOfThem() {
        var film = stage.published(judged, Visibility.EVERYONE, "Mine");
        var matter = report(film, judged);

        assertThat(query.matter(matter, judged.id(), Instant.now())).isEmpty();
        assertThat(query.matter(matter, judge.id(), Instant.now())).isPresent();
        assertThat(mvc.get()
                        .uri("/admin/moderation?matter=" + PublicId.of(matter) + "&by=" + judged.handle())
                        .with(signedInAs(judged)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("@" + reporter.handle());
        assertThatThrownBy(() -> decisions.decide(judged, matter, Verdict.of(Outcome.KEEP, Rule.SPAM, "")))
                .hasMessage("moderation.refused.own");
    }

    @Test
    void nobodyTrustsThemselves() {
        mvc.put()
                .uri("/admin/moderation/trusted/" + judged.handle())
                .with(signedInAs(judged))
                .with(csrf())
                .exchange();

        assertThat(query.trusted(judged.id())).isFalse();
    }

    @Test
    void whoeverClosesTheirAccountMeetsTheDecisionWhenTheyComeBack() {
        var author = stage.member("sl");
        var film = stage.published(author, Visibility.EVERYONE, "Something bad");
        var matter = report(film, author);
        stand(author, "CLOSED");
        decisions.decide(judge, matter, Verdict.of(Outcome.BAN, Rule.HATE, ""));
        assertThat(standing(author)).isEqualTo(Standing.CLOSED);

        stand(author, "ACTIVE");
        events.publishEvent(new AccountReturned(author.id()));

        assertThat(standing(author)).isEqualTo(Standing.SUSPENDED);
    }

    @Test
    void aCameoIsReportedClosedForEverybodyAndLetInAgain() throws IOException {
        var owner = cameos.member("own");
        var author = cameos.member("aut");
        var cameo = cameos.person(owner, Level.EVERYONE);
        var film = cameos.shown(author, owner).id();
        var form = mvc.get()
                .uri("/reports/new?cameo=" + owner.handle())
                .with(signedInAs(reporter))
                .exchange();
        assertThat(form).hasStatusOk().bodyText().contains("Report this cameo", "@" + owner.handle());
        assertThat(mvc.get().uri("/reports/new?cameo=" + owner.handle()).with(signedInAs(owner)))
                .hasStatus(404);
        assertThat(mvc.get().uri("/reports/new?cameo=nobody_at_all").with(signedInAs(reporter)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/reports")
                        .param("cameo", owner.handle())
                        .param("rule", "REAL_PERSON")
                        .with(signedInAs(reporter))
                        .with(csrf()))
                .hasStatus3xxRedirection();
        var matter = jdbc.sql("select id from matter where kind = 'CAMEO' and subject_id = ?")
                .param(cameo)
                .query(UUID.class)
                .single();
        assertThat(mvc.get()
                        .uri("/admin/moderation?matter=" + PublicId.of(matter))
                        .with(signedInAs(judge)))
                .hasStatusOk()
                .bodyText()
                .contains("@" + owner.handle());

        var decision = decisions
                .decide(judge, matter, Verdict.of(Outcome.REMOVE, Rule.REAL_PERSON, "Not you."))
                .id();

        assertThat(videos.find(author, film)).isEmpty();
        for (var somebody : List.of(owner, author)) {
            assertThat(casting.objection(somebody, "@" + owner.handle() + " dances", List.of(), null, null))
                    .as("not even the owner")
                    .isPresent();
        }
        assertThat(mvc.get().uri("/cameo/" + cameo).with(signedInAs(owner)))
                .hasStatusOk()
                .bodyText()
                .contains("Closed by a moderator");
        assertThat(mvc.get().uri("/standing").with(signedInAs(owner)))
                .bodyText()
                .contains("Not you.");
        assertThat(mvc.put()
                        .uri("/cameo/" + cameo)
                        .param("name", "Somebody")
                        .param("look", "WOMAN")
                        .param("level", "EVERYONE")
                        .with(signedInAs(owner))
                        .with(csrf()))
                .hasStatus(404);

        decisions.undo(judge, decision);

        assertThat(videos.find(author, film)).isPresent();
        assertThat(casting.objection(author, "@" + owner.handle() + " dances", List.of(), null, null))
                .isEmpty();
    }

    @Test
    void aClosedCameoCanStillBeDeletedAndThenStaysGone() throws IOException {
        var owner = cameos.member("own");
        var author = cameos.member("aut");
        var cameo = cameos.person(owner, Level.EVERYONE);
        var film = cameos.shown(author, owner).id();
        var matter = moderation.matter(new Subject(Kind.CAMEO, cameo, owner.id(), owner.handle()), Rule.MISLEADING);
        var decision = decisions
                .decide(judge, matter, Verdict.of(Outcome.REMOVE, Rule.MISLEADING, ""))
                .id();

        assertThat(mvc.delete()
                        .uri("/cameo/" + cameo)
                        .param("handle", owner.handle())
                        .with(signedInAs(owner))
                        .with(csrf()))
                .hasRedirectedUrl("/cameo");
        assertThatThrownBy(() -> cameos.person(owner, Level.EVERYONE))
                .as("nor does it come back as a new one")
                .hasMessage("closed");
        decisions.undo(judge, decision);

        assertThat(videos.find(author, film)).isEmpty();
        assertThat(mvc.get().uri("/cameo/" + cameo).with(signedInAs(owner))).hasStatus(404);
        assertThat(cameos.person(owner, Level.EVERYONE)).isNotEqualTo(cameo);
    }

    private UUID decide(Viewer on, Outcome outcome) {
        var matter = report(stage.published(on, Visibility.EVERYONE, "A film"), on);
        return decisions
                .decide(judge, matter, Verdict.of(outcome, Rule.SPAM, ""))
                .id();
    }

    private UUID report(UUID film, Viewer author) {
        var subject = new Subject(Kind.VIDEO, film, author.id(), "A film");
        moderation.report(reporter, subject, Rule.SPAM, "");
        return moderation.matter(subject, Rule.SPAM);
    }

    private Standing standing(Viewer who) {
        return accounts.find(who.id()).orElseThrow().standing();
    }

    private void stand(Viewer who, String standing) {
        jdbc.sql("update account set standing = ?, closed_at = case when ? = 'CLOSED' then now() end where id = ?")
                .params(standing, standing, who.id())
                .update();
    }

    private Viewer moderator() {
        var member = stage.member("mo");
        jdbc.sql("update account set role = 'MODERATOR' where id = ?")
                .param(member.id())
                .update();
        assertThat(accounts.find(member.id()).orElseThrow().role()).isEqualTo(Role.MODERATOR);
        return accounts.find(member.id()).orElseThrow();
    }

    private Viewer admin() {
        var handle = "ju" + PublicId.of(ids.next()).toLowerCase(Locale.ROOT).substring(10);
        return accounts.registerAdmin(handle, handle + "@example.org", "a long enough password");
    }
}
