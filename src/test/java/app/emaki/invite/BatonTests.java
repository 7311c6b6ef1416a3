package app.emaki.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.Plan;
import app.emaki.account.SignedInAs;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.invite.CodeRefused.Reason;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Seats that are kept, codes that are handed on, gifts, and the waiting list. */
@EmakiTest
class BatonTests {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    Invites invites;

    @Autowired
    InviteRepository repository;

    @Autowired
    InviteQuery query;

    @Autowired
    WaitingList waiting;

    @Autowired
    Accounts accounts;

    @Autowired
    Credits credits;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock.Settable clock;

    @Test
    void aKeptSeatIsTakenForEverybodyElseAndFreeAgainAfterTenMinutes() {
        var host = member();
        invites.carry(host, Invite.Baton.SEATS);
        var chain = own(host).getId();
        for (int i = 0; i < 3; i++) {
            invites.redeem(guest(), own(host).getCode());
        }
        assertThat(invites.hold(chain, "the first reader")).contains(own(host).getCode());
        assertThat(invites.hold(chain, "the second reader")).isEmpty();
        assertThatThrownBy(() -> invites.redeem(guest(), own(host).getCode()))
                .isInstanceOfSatisfying(
                        CodeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.HELD));
        clock.pass(Holds.KEPT);
        assertThat(invites.hold(chain, "the second reader")).contains(own(host).getCode());
        invites.redeem(guest(), own(host).getCode(), "the second reader");
        assertThat(own(host).getLeft()).isZero();
    }

    @Test
    void oneReaderKeepsOneSeatHoweverOftenTheyAsk() {
        var host = member();
        invites.carry(host, Invite.Baton.SEATS);
        for (int i = 0; i < 9; i++) {
            assertThat(invites.hold(own(host).getId(), "the same reader")).isPresent();
        }
        assertThat(query.chain(own(host).getId(), clock.instant()).getFirst().held())
                .isEqualTo(1);
    }

    @Test
    void whoeverJoinsHandsTheirOwnCodeOnIntoTheSameChain() {
        var host = member();
        var guest = guest();
        invites.redeem(guest, own(host).getCode());
        assertThatThrownBy(() -> invites.handOn(guest)).isInstanceOf(NoSuchInvite.class);
        invites.carry(host, Invite.Baton.NAMES);
        invites.handOn(guest);
        var third = guest();
        invites.redeem(third, own(guest).getCode());
        invites.handOn(third);
        assertThat(query.chain(own(host).getId(), clock.instant()))
                .extracting(InviteQuery.Link::handle)
                .containsExactly(host.handle(), guest.handle(), third.handle());
        invites.close(host);
        assertThat(invites.hold(own(host).getId(), "a reader"))
                .contains(own(guest).getCode());
    }

    @Test
    void thePageOfAChainTellsNamesOnlyWhenItsOwnerAllows() {
        var host = member();
        invites.carry(host, Invite.Baton.SEATS);
        var page = "/b/" + own(host).getBatonCode();
        assertThat(mvc.get().uri(page)).hasStatusOk().bodyText().doesNotContain(host.displayName());
        invites.carry(host, Invite.Baton.NAMES);
        assertThat(mvc.get().uri(page)).hasStatusOk().bodyText().contains(host.displayName());
        invites.carry(host, Invite.Baton.OFF);
        assertThat(mvc.get().uri(page)).hasStatus(404);
        assertThat(mvc.get().uri("/b/" + own(host).getCode())).hasStatus(404);
    }

    @Test
    void aVisitorKeepsASeatAndIsLedToIt() {
        var host = member();
        invites.carry(host, Invite.Baton.SEATS);
        var kept = mvc.post()
                .uri("/b/" + own(host).getBatonCode() + "/seat")
                .remoteAddress("198.51.100.77")
                .with(csrf())
                .exchange();
        assertThat(kept)
                .hasRedirectedUrl("/join/" + own(host).getCode())
                .cookies()
                .containsCookie("emaki-seat")
                .isHttpOnly("emaki-seat", true);
    }

    @Test
    void aGiftComesWithTheSeatAndNeverTakesAnythingAway() {
        var admin = accounts.find("keeper").orElseThrow();
        var code = invites.issue(admin, 3, "opening night", null, new Gift(25, Plan.PLUS));
        var guest = guest();
        invites.redeem(guest, code.getCode());
        assertThat(accounts.find(guest.id()).orElseThrow().plan()).isEqualTo(Plan.PLUS);
        assertThat(credits.balance(accounts.find(guest.id()).orElseThrow()).left())
                .isGreaterThanOrEqualTo(25);
        var pro = member();
        accounts.assign(pro.id(), Plan.PRO, admin.id());
        invites.accept(pro, code.getCode());
        assertThat(accounts.find(pro.id()).orElseThrow().plan()).isEqualTo(Plan.PRO);
        refused(pro, code.getCode(), Reason.NO_GIFT);
        invites.accept(member(), code.getCode());
        refused(member(), code.getCode(), Reason.USED_UP);
        refused(member(), own(member()).getCode(), Reason.NO_GIFT);
    }

    @Test
    void eachMissInARowMakesTheNextTryWaitLonger() {
        assertThat(Patience.after(2)).isZero();
        assertThat(Patience.after(3)).isEqualTo(Duration.ofSeconds(5));
        assertThat(Patience.after(4)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Patience.after(40)).isEqualTo(Duration.ofHours(1));
        var guest = guest();
        for (int i = 0; i < 3; i++) {
            assertThat(join(guest, "22222" + (i + 2))).isEqualTo(200);
        }
        assertThat(join(guest, "222227")).isEqualTo(429);
        clock.pass(Duration.ofSeconds(6));
        assertThat(join(guest, own(member()).getCode())).isEqualTo(302);
    }

    @Test
    void whoeverWaitsIsInvitedOnceWithOneSeat() {
        var email = "waits" + PEOPLE.incrementAndGet() + "@example.com";
        for (int i = 0; i < 2; i++) {
            assertThat(mvc.post()
                            .uri("/waiting")
                            .remoteAddress("198.51.100.78")
                            .param("email", email.toUpperCase(java.util.Locale.ROOT))
                            .param("words", "I paint <b>whales</b>")
                            .with(csrf()))
                    .hasStatusOk()
                    .bodyText()
                    .contains("You are on the list");
        }
        var admin = accounts.find("keeper").orElseThrow();
        var entry = waiting.waiting(null).items().stream()
                .filter(one -> one.email().equals(email))
                .findFirst()
                .orElseThrow();
        assertThat(mvc.get().uri("/admin/waiting").with(SignedInAs.signedInAs(admin)))
                .hasStatusOk()
                .bodyText()
                .contains("I paint &lt;b&gt;whales&lt;/b&gt;");
        var code = waiting.invite(admin, entry.id(), "https://emaki.example").orElseThrow();
        assertThat(waiting.invite(admin, entry.id(), "https://emaki.example")).isEmpty();
        invites.redeem(guest(), code.code());
        assertThatThrownBy(() -> invites.redeem(guest(), code.code()))
                .isInstanceOfSatisfying(
                        CodeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(Reason.USED_UP));
        assertThat(waiting.invited()).anyMatch(one -> one.email().equals(email) && one.handle() != null);
    }

    @Test
    void theBranchOfASuspendedAccountIsOfferedAndNobodyInItIsTouched() {
        var host = member();
        var guest = guest();
        invites.redeem(guest, own(host).getCode());
        accounts.suspend(host.id());
        assertThat(query.branchesToLookAt())
                .extracting(InviteQuery.Branched::handle)
                .contains(host.handle());
        assertThat(accounts.find(guest.id()).orElseThrow().active()).isTrue();
        query.lookedAtBranch(
                host.handle(), accounts.find("keeper").orElseThrow().id(), clock.instant());
        assertThat(query.branchesToLookAt())
                .extracting(InviteQuery.Branched::handle)
                .doesNotContain(host.handle());
    }

    private int join(Viewer guest, String code) {
        return mvc.post()
                .uri("/join")
                .remoteAddress("198.51.100.79")
                .param("code", code)
                .with(SignedInAs.signedInAs(guest))
                .with(csrf())
                .exchange()
                .getResponse()
                .getStatus();
    }

    private void refused(Viewer member, String code, Reason reason) {
        assertThatThrownBy(() -> invites.accept(member, code))
                .isInstanceOfSatisfying(
                        CodeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private Viewer guest() {
        var id = UUID.randomUUID();
        var handle = "baton_guest_" + PEOPLE.incrementAndGet();
        jdbc.sql("""
                        insert into account (id, handle, skeleton, email, display_name, password_hash, role, standing, plan, created_at)
                        values (?, ?, ?, ?, ?, '{noop}unused', 'MEMBER', 'PENDING', 'FREE', now())""")
                .params(id, handle, handle, handle + "@example.com", "Name of " + handle)
                .update();
        return accounts.find(id).orElseThrow();
    }

    private Viewer member() {
        var guest = guest();
        accounts.activate(guest.id());
        return accounts.find(guest.id()).orElseThrow();
    }

    private Invite own(Viewer member) {
        return repository.findPersonal(member.id()).orElseThrow();
    }
}
