package app.emaki.invite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InviteTests {
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");

    private final Invite invite = Invite.personal(UUID.randomUUID(), UUID.randomUUID(), new Code("JTP6PD"), NOW);

    @Test
    void fourGuestsSitDownInTurn() {
        assertThat(new int[] {invite.redeem(0, NOW), invite.redeem(0, NOW), invite.redeem(0, NOW), invite.redeem(0, NOW)
                })
                .containsExactly(1, 2, 3, 4);
    }

    @Test
    void aFifthGuestIsTurnedAway() {
        seat(4);
        refused(() -> invite.redeem(0, NOW), CodeRefused.Reason.USED_UP);
        assertThat(invite.getUsed()).isEqualTo(4);
    }

    @Test
    void aPausedCodeSeatsNobodyUntilItIsOpenAgain() {
        invite.pause();
        refused(() -> invite.redeem(0, NOW), CodeRefused.Reason.PAUSED);
        invite.resume();
        assertThat(invite.redeem(0, NOW)).isEqualTo(1);
    }

    @Test
    void aClosedCodeStaysClosed() {
        invite.close();
        invite.resume();
        invite.pause();
        refused(() -> invite.redeem(0, NOW), CodeRefused.Reason.CLOSED);
    }

    @Test
    void renewingNeverGivesMoreThanFourSeatsInAll() {
        seat(3);
        invite.renew(new Code("KW7H2X"));
        seat(1);
        refused(() -> invite.redeem(0, NOW), CodeRefused.Reason.USED_UP);
        invite.renew(new Code("M3N4P5"));
        refused(() -> invite.redeem(0, NOW), CodeRefused.Reason.USED_UP);
    }

    @Test
    void aClosedCodeOpensAgainUnderANewName() {
        invite.close();
        invite.renew(new Code("KW7H2X"));
        assertThat(invite.redeem(0, NOW)).isEqualTo(1);
        assertThat(invite.getCode()).isEqualTo("KW7H2X");
    }

    @Test
    void anIssuedCodeEndsWithItsDay() {
        var issued = Invite.issued(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new Code("JTP6PD"),
                30,
                "class 3b",
                NOW.plus(Duration.ofDays(7)),
                Gift.NONE,
                NOW);
        assertThat(issued.redeem(0, NOW.plus(Duration.ofDays(7)).minusMillis(1)))
                .isEqualTo(1);
        refused(() -> issued.redeem(0, NOW.plus(Duration.ofDays(7))), CodeRefused.Reason.EXPIRED);
    }

    private void seat(int guests) {
        for (int i = 0; i < guests; i++) {
            invite.redeem(0, NOW);
        }
    }

    private static void refused(ThrowingCallable redemption, CodeRefused.Reason reason) {
        assertThatThrownBy(redemption)
                .isInstanceOfSatisfying(
                        CodeRefused.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
