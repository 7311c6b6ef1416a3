package app.emaki.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.Standing;
import app.emaki.account.Viewer;
import app.emaki.invite.CodeRefused.Reason;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EmakiTest
class InviteModuleTests {
    private static final AtomicInteger PEOPLE = new AtomicInteger();

    @Autowired
    Invites invites;

    @Autowired
    InviteRepository repository;

    @Autowired
    InviteQuery query;

    @Autowired
    InviteRules rules;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcConnectionDetails database;

    @Autowired
    TestClock.Settable clock;

    @Test
    void whoeverIsActivatedGetsOneCodeWithFourSeats() {
        var invite = own(member());
        assertThat(invite.getCode()).matches("[2-9ACDEFGHJKMNPQRTVWXY]{6}");
        assertThat(invite.getLeft()).isEqualTo(4);
        assertThat(invite.getNumber()).isPositive();
    }

    @Test
    void theAdminGetsOneToo() {
        assertThat(repository.findPersonal(accounts.find("keeper").orElseThrow().id()))
                .isPresent();
    }

    @Test
    void anActivationThatFailsLeavesNeitherMemberNorCode() {
        var guest = guest();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    accounts.activate(guest.id());
                    assertThat(repository.findPersonal(guest.id())).isPresent();
                    throw new IllegalStateException("the lights go out");
                }))
                .hasMessage("the lights go out");
        assertThat(standing(guest)).isEqualTo(Standing.PENDING);
        assertThat(repository.findPersonal(guest.id())).isEmpty();
    }

    @Test
    void aRedemptionWhoseActivationFailsTakesNoSeat() {
        var host = member();
        var guest = guest();
        // a code that the guest has already makes the activation fail at its last step
        jdbc.sql("insert into invite (id, owner_id, personal, code, seats, state, created_at)"
                        + " values (?, ?, true, ?, 4, 'OPEN', now())")
                .params(UUID.randomUUID(), guest.id(), Code.random(8).text())
                .update();
        assertThatThrownBy(() -> invites.redeem(guest, own(host).getCode())).isNotInstanceOf(CodeRefused.class);
        assertThat(own(host).getUsed()).isZero();
        assertThat(query.seated(own(host).getId())).isEmpty();
        assertThat(standing(guest)).isEqualTo(Standing.PENDING);
    }

    @Test
    void theNewcomerSitsOnTheHostsTicketAndHasOneOfTheirOwn() {
        var host = member();
        var guest = guest();
        invites.redeem(guest, own(host).getCode().toLowerCase(java.util.Locale.ROOT));
        assertThat(standing(guest)).isEqualTo(Standing.ACTIVE);
        assertThat(query.seated(own(host).getId()))
                .extracting(InviteQuery.Seated::handle, InviteQuery.Seated::seat)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(guest.handle(), 1));
        assertThat(query.host(guest.id()))
                .get()
                .extracting(InviteQuery.Seated::handle)
                .isEqualTo(host.handle());
        assertThat(own(guest).getLeft()).isEqualTo(4);
    }

    @Test
    void ofTwentyAtOnceOnAFreshCodeExactlyFourSitDown() throws Exception {
        var code = own(member()).getCode();
        var guests = guests(20);
        assertThat(redeemAtOnce(guests.stream()
                        .map(guest -> (Callable<Boolean>) () -> sits(guest, code))
                        .toList()))
                .isEqualTo(4);
        assertThat(guests.stream().filter(guest -> standing(guest) == Standing.ACTIVE))
                .hasSize(4);
        assertThat(usedOf(code)).isEqualTo(4);
    }

    @Test
    void ofTwentyAtOnceForTheLastSeatExactlyOneSitsDown() throws Exception {
        var code = own(member()).getCode();
        guests(3).forEach(guest -> invites.redeem(guest, code));
        var guests = guests(20);
        assertThat(redeemAtOnce(guests.stream()
                        .map(guest -> (Callable<Boolean>) () -> sits(guest, code))
                        .toList()))
                .isEqualTo(1);
        assertThat(guests.stream().filter(guest -> standing(guest) == Standing.ACTIVE))
                .hasSize(1);
        assertThat(usedOf(code)).isEqualTo(4);
    }

    @Test
    void ofTwoHundredAtOnceOverTwentyCodesExactlyEightySitDown() throws Exception {
        var codes =
                IntStream.range(0, 20).mapToObj(i -> own(member()).getCode()).toList();
        var guests = guests(200);
        assertThat(redeemAtOnce(IntStream.range(0, 200)
                        .<Callable<Boolean>>mapToObj(i -> () -> sits(guests.get(i), codes.get(i % 20)))
                        .toList()))
                .isEqualTo(80);
        assertThat(codes).allMatch(code -> usedOf(code) == 4);
    }

    @Test
    void ofTwoHundredOverTwentyCodesInTwoProcessesExactlyEightySitDown() throws Exception {
        var codes =
                IntStream.range(0, 20).mapToObj(i -> own(member()).getCode()).toList();
        var guests = guests(200);
        var process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RedemptionProcess.class.getName(),
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword())
                .redirectErrorStream(true)
                .start();
        try (var said = process.inputReader();
                var told = process.outputWriter()) {
            waitFor(said, "READY");
            for (int i = 0; i < 200; i += 2) {
                told.write(guests.get(i).id() + " " + codes.get(i / 2 % 20) + "\n");
            }
            told.write("\n");
            told.flush();
            // so that both of them take part, however slow the other one is to begin
            waitFor(said, "SITTING");
            long here = redeemAtOnce(IntStream.range(0, 100)
                    .<Callable<Boolean>>mapToObj(i -> () -> sits(guests.get(2 * i + 1), codes.get(i % 20)))
                    .toList());
            long there = Long.parseLong(waitFor(said, "SEATED ").substring("SEATED ".length()));
            assertThat(here + there).isEqualTo(80);
            assertThat(there).isPositive();
            assertThat(codes).allMatch(code -> usedOf(code) == 4);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The next line of the other process that begins so. */
    private static String waitFor(java.io.BufferedReader said, String beginning) throws java.io.IOException {
        var all = new StringBuilder();
        for (var line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("The other process said:\n" + all);
    }

    @Test
    void oneGuestWithManyWindowsTakesOneSeat() throws Exception {
        var code = own(member()).getCode();
        var guest = guest();
        redeemAtOnce(Stream.generate(() -> (Callable<Boolean>) () -> sits(guest, code))
                .limit(8)
                .toList());
        assertThat(standing(guest)).isEqualTo(Standing.ACTIVE);
        assertThat(usedOf(code)).isEqualTo(1);
    }

    @Test
    void renewingDuringAStormNeverSeatsMoreThanFour() throws Exception {
        var host = member();
        var id = own(host).getId();
        var guests = guests(16);
        var tasks = new java.util.ArrayList<Callable<Boolean>>();
        guests.forEach(guest -> tasks.add(() -> sits(guest, own(host).getCode())));
        IntStream.range(0, 4)
                .forEach(i -> tasks.add(i * 4, () -> {
                    invites.renew(host);
                    return false;
                }));
        redeemAtOnce(tasks);
        guests(6).forEach(guest -> sits(guest, own(host).getCode()));
        assertThat(query.seated(id)).hasSize(4);
        assertThat(guests.stream()
                        .filter(guest -> standing(guest) == Standing.ACTIVE)
                        .count())
                .isLessThanOrEqualTo(4);
    }

    @Test
    void everyRefusalHasItsReason() {
        var host = member();
        refused("222222", Reason.WRONG);
        refused("not a code", Reason.WRONG);
        invites.pause(host);
        refused(own(host).getCode(), Reason.PAUSED);
        invites.resume(host);
        var old = own(host).getCode();
        invites.renew(host);
        refused(old, Reason.CLOSED);
        invites.close(host);
        refused(own(host).getCode(), Reason.CLOSED);
        invites.renew(host);
        guests(4).forEach(guest -> invites.redeem(guest, own(host).getCode()));
        refused(own(host).getCode(), Reason.USED_UP);
    }

    @Test
    void anIssuedCodeSeatsAsManyAsItSaysUntilItsDay() {
        var admin = accounts.find("keeper").orElseThrow();
        var issued = invites.issue(admin, 6, "class 3b", clock.instant().plus(Duration.ofDays(7)), Gift.NONE);
        guests(6).forEach(guest -> invites.redeem(guest, issued.getCode()));
        refused(issued.getCode(), Reason.USED_UP);
        var later = invites.issue(admin, 6, "class 3c", clock.instant().plus(Duration.ofDays(7)), Gift.NONE);
        clock.pass(Duration.ofDays(7));
        refused(later.getCode(), Reason.EXPIRED);
        var revoked = invites.issue(admin, 6, "class 3d", null, Gift.NONE);
        invites.revoke(revoked.getId());
        refused(revoked.getCode(), Reason.CLOSED);
    }

    @Test
    void onlySoManyJoinADayAsTheAdminAllows() {
        var code = own(member()).getCode();
        clock.pass(Duration.ofDays(1));
        rules.change(Code.SHORTEST, 2);
        try {
            guests(2).forEach(guest -> invites.redeem(guest, code));
            refused(code, Reason.TOO_MANY_TODAY);
            clock.pass(Duration.ofDays(1));
            invites.redeem(guest(), code);
        } finally {
            rules.change(Code.SHORTEST, 0);
        }
    }

    @Test
    void theCodeOfSomebodyWhoIsShutOutRestsUntilTheyAreBack() {
        var host = member();
        var code = own(host).getCode();
        accounts.suspend(host.id());
        refused(code, Reason.PAUSED);
        assertThat(usedOf(code)).isZero();

        accounts.reinstate(host.id());
        invites.redeem(guest(), code);
        assertThat(usedOf(code)).isEqualTo(1);
    }

    @Test
    void notOneMoreJoinsADayThanTheAdminAllowsHoweverManySitDownAtOnce() throws Exception {
        var codes = Stream.generate(() -> own(member()).getCode()).limit(5).toList();
        var guests = guests(15);
        clock.pass(Duration.ofDays(1));
        rules.change(Code.SHORTEST, 3);
        try {
            assertThat(redeemAtOnce(IntStream.range(0, 15)
                            .<Callable<Boolean>>mapToObj(i -> () -> sits(guests.get(i), codes.get(i % 5)))
                            .toList()))
                    .isEqualTo(3);
        } finally {
            rules.change(Code.SHORTEST, 0);
        }
    }

    @Test
    void longerCodesLeaveTheOlderOnesAsTheyAre() {
        var older = member();
        rules.change(8, 0);
        try {
            assertThat(own(member()).getCode()).hasSize(8);
            assertThat(own(older).getCode()).hasSize(6);
            invites.redeem(guest(), own(older).getCode());
        } finally {
            rules.change(Code.SHORTEST, 0);
        }
    }

    @Test
    void theTreeShowsWhoBroughtWhom() {
        var host = member();
        var guest = guest();
        invites.redeem(guest, own(host).getCode());
        var guestsGuest = guest();
        invites.redeem(guestsGuest, own(guest).getCode());
        var tree = query.branch(host.id(), 2);
        assertThat(tree.guests()).extracting(InviteQuery.Branch::handle).containsExactly(guest.handle());
        assertThat(tree.guests().getFirst().guests())
                .extracting(InviteQuery.Branch::handle)
                .containsExactly(guestsGuest.handle());
        assertThat(query.branch(host.id(), 1).guests().getFirst().guests()).isEmpty();
    }

    private boolean sits(Viewer guest, String code) {
        try {
            invites.redeem(guest, code);
            return true;
        } catch (CodeRefused refused) {
            return false;
        }
    }

    private void refused(String code, Reason reason) {
        var guest = guest();
        assertThatThrownBy(() -> invites.redeem(guest, code))
                .isInstanceOfSatisfying(
                        CodeRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
        assertThat(standing(guest)).isEqualTo(Standing.PENDING);
    }

    /** Lets all go at the same moment and counts those that answer true; one that fails for another reason answers false. */
    private static long redeemAtOnce(List<Callable<Boolean>> redemptions) throws InterruptedException {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = redemptions.stream()
                    .map(redemption -> threads.submit(() -> {
                        gate.await();
                        return redemption.call();
                    }))
                    .toList();
            gate.countDown();
            return results.stream().filter(InviteModuleTests::answeredTrue).count();
        }
    }

    private static boolean answeredTrue(Future<Boolean> result) {
        try {
            return result.get();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<Viewer> guests(int number) {
        return Stream.generate(this::guest).limit(number).toList();
    }

    /** A pending account; written straight to the table, as hundreds of password hashes would take minutes. */
    private Viewer guest() {
        var id = UUID.randomUUID();
        var handle = "seat_guest_" + PEOPLE.incrementAndGet();
        jdbc.sql("""
                        insert into account (id, handle, skeleton, email, display_name, password_hash, role, standing, plan, created_at)
                        values (?, ?, ?, ?, ?, '{noop}unused', 'MEMBER', 'PENDING', 'FREE', now())""")
                .params(id, handle, handle, handle + "@example.com", handle)
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

    private int usedOf(String code) {
        return jdbc.sql("select used from invite where code = ?")
                .param(code)
                .query(Integer.class)
                .single();
    }

    private Standing standing(Viewer viewer) {
        return accounts.find(viewer.id()).orElseThrow().standing();
    }
}
