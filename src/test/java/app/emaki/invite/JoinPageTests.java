package app.emaki.invite;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@EmakiTest
class JoinPageTests {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Invites invites;

    @Autowired
    Patience patience;

    @Autowired
    InviteRepository repository;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aStrangerWithALinkSignsUpFirstAndFindsTheCodeAgain() {
        var answer = mvc.get().uri("/join/jtp6pd").exchange();
        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/sign-up");
        var signedUp = mvc.post()
                .uri("/sign-up")
                .cookie(answer.getResponse().getCookies())
                .param("handle", "linked_guest")
                .param("email", "linked_guest@example.com")
                .param("password", "a lamp on the river")
                .with(csrf())
                .exchange();
        assertThat(signedUp).hasRedirectedUrl("/join/JTP6PD");
    }

    @Test
    void aLinkFillsTheCodeIn() {
        assertThat(mvc.get().uri("/join/jtp-6pd").with(signedInAs(guest())))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"JTP6PD\"");
    }

    @Test
    void aLinkWithoutACodeIsShownAsItIsAndHarmsNobody() {
        assertThat(mvc.get().uri("/join/{code}", "<é>").with(signedInAs(guest())))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"&lt;é&gt;\"");
    }

    @Test
    void aStormOfWrongCodesRingsTheBellOfTheAdminsOnce() {
        var boss = guest();
        jdbc.sql("update account set role = 'ADMIN', standing = 'ACTIVE' where id = ?")
                .param(boss.id())
                .update();
        try {
            storm();
            assertThat(rung(boss)).isEqualTo(1);
            jdbc.sql("update notification set read_at = now() where account_id = ?")
                    .param(boss.id())
                    .update();
            clock.pass(Duration.ofHours(1));
            storm();
            assertThat(rung(boss)).as("the same storm, an hour on").isEqualTo(1);
            clock.pass(Duration.ofHours(3));
            storm();
            assertThat(rung(boss)).as("another storm").isEqualTo(2);
            assertThat(mvc.get()
                            .uri("/notifications")
                            .with(signedInAs(accounts.find(boss.id()).orElseThrow())))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Many wrong invite codes", "href=\"/admin/invites\"");
        } finally {
            jdbc.sql("update account set role = 'MEMBER' where id = ?")
                    .param(boss.id())
                    .update();
            jdbc.sql("delete from code_misses").update();
        }
    }

    /** As many misses as make an admin look, one before the last written down as if they had come before. */
    private void storm() {
        var hour = Timestamp.from(clock.instant().truncatedTo(ChronoUnit.HOURS));
        jdbc.sql("insert into code_misses (hour, misses) values (?, 59) on conflict (hour) do update set misses = 59")
                .param(hour)
                .update();
        patience.missed(guest().id(), new MockHttpServletRequest());
        patience.missed(guest().id(), new MockHttpServletRequest());
    }

    private int rung(Viewer boss) {
        return jdbc.sql("select count(*) from notification where account_id = ? and kind = 'CODES_GUESSED'")
                .param(boss.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void aWrongCodeSaysSoAndKeepsWhatWasTyped() {
        assertThat(redeem(guest(), "222222", "192.0.2.1"))
                .hasStatusOk()
                .bodyText()
                .contains("No code like this is known")
                .contains("value=\"222222\"");
    }

    @Test
    void theRightCodeLeadsToTheNewcomersOwnTicket() {
        var host = guest();
        accounts.activate(host.id());
        var guest = guest();
        assertThat(redeem(
                        guest, repository.findPersonal(host.id()).orElseThrow().getCode(), "192.0.2.2"))
                .hasRedirectedUrl("/invites/welcome");
        assertThat(mvc.get().uri("/invites/welcome").with(signedInAs(guest)))
                .hasStatusOk()
                .bodyText()
                .contains(repository.findPersonal(guest.id()).orElseThrow().getCode())
                .contains("You took seat 1 on a ticket of " + host.displayName());
    }

    @Test
    void aMemberHasASeatAlready() {
        var member = guest();
        accounts.activate(member.id());
        assertThat(mvc.get().uri("/join").with(signedInAs(member))).hasRedirectedUrl("/");
    }

    @Test
    void oneAccountMayGuessEightTimesAnHour() {
        var guest = guest();
        for (int i = 0; i < 8; i++) {
            waited();
            assertThat(redeem(guest, "222222", "192.0.2." + (10 + i))).hasStatusOk();
        }
        waited();
        assertThat(redeem(guest, "222222", "192.0.2.30"))
                .hasStatus(429)
                .containsHeader("Retry-After")
                .bodyText()
                .contains("Too many tries. Wait 8 minutes");
        clock.pass(Duration.ofMinutes(8));
        assertThat(redeem(guest, "222222", "192.0.2.31")).hasStatusOk();
    }

    @Test
    void oneAddressMayGuessTwentyTimesAnHourWithHoweverManyAccounts() {
        for (int i = 0; i < 4; i++) {
            var guest = guest();
            for (int j = 0; j < 5; j++) {
                waited();
                assertThat(redeem(guest, "222222", "2001:db8:7:7::" + j)).hasStatusOk();
            }
        }
        waited();
        assertThat(redeem(guest(), "222222", "2001:db8:7:7:abcd::1")).hasStatus(429);
        assertThat(redeem(guest(), "222222", "2001:db8:7:8::1")).hasStatusOk();
    }

    @Test
    void beyondTheLimitTheRightCodeIsAnsweredLikeAWrongOne() {
        var host = guest();
        accounts.activate(host.id());
        var guest = guest();
        for (int i = 0; i < 8; i++) {
            redeem(guest, "222222", "192.0.2.40");
        }
        var right =
                redeem(guest, repository.findPersonal(host.id()).orElseThrow().getCode(), "192.0.2.40");
        assertThat(right).hasStatus(429);
        assertThat(repository.findPersonal(host.id()).orElseThrow().getUsed()).isZero();
    }

    @Test
    void theTicketPageShowsCodeSeatsAndQr() {
        var member = guest();
        accounts.activate(member.id());
        assertThat(mvc.get().uri("/invites").with(signedInAs(member)))
                .hasStatusOk()
                .bodyText()
                .contains(repository.findPersonal(member.id()).orElseThrow().getCode());
        assertThat(mvc.get().uri("/invites/qr").with(signedInAs(member)))
                .hasStatusOk()
                .hasContentType("image/svg+xml")
                .bodyText()
                .startsWith("<svg")
                .contains("<path");
    }

    @Test
    void theOwnerPausesResumesClosesAndRenews() {
        var member = guest();
        accounts.activate(member.id());
        var before = repository.findPersonal(member.id()).orElseThrow();
        assertThat(mvc.put().uri("/invites/pause").with(signedInAs(member)).with(csrf()))
                .hasRedirectedUrl("/invites");
        assertThat(state(member)).isEqualTo(Invite.State.PAUSED);
        mvc.delete().uri("/invites/pause").with(signedInAs(member)).with(csrf()).exchange();
        assertThat(state(member)).isEqualTo(Invite.State.OPEN);
        mvc.put().uri("/invites/closure").with(signedInAs(member)).with(csrf()).exchange();
        assertThat(state(member)).isEqualTo(Invite.State.CLOSED);
        mvc.post().uri("/invites/renewal").with(signedInAs(member)).with(csrf()).exchange();
        assertThat(state(member)).isEqualTo(Invite.State.OPEN);
        assertThat(repository.findPersonal(member.id()).orElseThrow().getCode()).isNotEqualTo(before.getCode());
    }

    @Test
    void onlyAnAdminIssuesCodes() {
        var member = guest();
        accounts.activate(member.id());
        assertThat(mvc.get().uri("/admin/invites").with(signedInAs(member))).hasStatus(403);
        var admin = accounts.find("keeper").orElseThrow();
        assertThat(mvc.post()
                        .uri("/admin/invites")
                        .param("note", "summer camp")
                        .param("seats", "201")
                        .with(signedInAs(admin))
                        .with(csrf()))
                .hasStatusOk()
                .bodyText()
                .contains("A code has 1 to 200 seats");
        assertThat(mvc.post()
                        .uri("/admin/invites")
                        .param("note", "summer camp")
                        .param("seats", "30")
                        .param("days", "7")
                        .with(signedInAs(admin))
                        .with(csrf()))
                .hasRedirectedUrl("/admin/invites");
        assertThat(mvc.get().uri("/admin/invites").with(signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("summer camp")
                .contains("guessing one takes about");
    }

    private Invite.State state(Viewer member) {
        return repository.findPersonal(member.id()).orElseThrow().getState();
    }

    /** Whoever guesses has sat out the wait that every miss brings; what counts here is how many tries an hour has. */
    private void waited() {
        jdbc.sql("delete from code_patience").update();
    }

    private MvcTestResult redeem(Viewer guest, String code, String address) {
        return mvc.post()
                .uri("/join")
                .param("code", code)
                .remoteAddress(address)
                .with(signedInAs(guest))
                .with(csrf())
                .exchange();
    }

    private Viewer guest() {
        var handle = "gate_guest_" + PEOPLE.incrementAndGet();
        return accounts.register(handle, handle + "@example.com", "a lamp on the river");
    }
}
