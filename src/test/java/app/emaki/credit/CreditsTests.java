package app.emaki.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EmakiTest
class CreditsTests {
    @Autowired
    Credits credits;

    @Autowired
    Accounts accounts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    JdbcClient jdbc;

    Viewer viewer;

    @BeforeEach
    void aFreeAccount() {
        var handle = "c" + UUID.randomUUID().toString().substring(0, 12);
        viewer = accounts.register(handle, handle + "@example.org", "long enough to guess");
    }

    @AfterEach
    void theLedgerIsRight() {
        assertThat(credits.check()).matches(LedgerCheck::right);
    }

    @Test
    void aFreeAccountStartsWithItsAllowance() {
        assertThat(credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void whatIsReservedCannotBeSpentTwice() {
        assertThat(reserve(UUID.randomUUID(), 7)).isTrue();
        assertThat(reserve(UUID.randomUUID(), 4)).isFalse();
        assertThat(credits.balance(viewer).left()).isEqualTo(3);
    }

    @Test
    void parallelOrdersNeverSpendMoreThanThereIs() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            var tries = IntStream.range(0, 20)
                    .mapToObj(i -> (Callable<Boolean>) () -> reserve(UUID.randomUUID(), 3))
                    .toList();

            var granted = 0;
            for (var done : threads.invokeAll(tries)) {
                granted += done.get() ? 1 : 0;
            }

            assertThat(granted).isEqualTo(3);
            assertThat(credits.balance(viewer).left()).isEqualTo(1);
        }
    }

    @Test
    void aRefundGivesAllBackOnce() {
        var generation = UUID.randomUUID();
        reserve(generation, 6);

        refund(generation);
        refund(generation);

        assertThat(credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void settlingTakesOnlyWhatWasDelivered() {
        var generation = UUID.randomUUID();
        reserve(generation, 6);

        settle(generation, 4);
        refund(generation);

        assertThat(credits.balance(viewer).left()).isEqualTo(6);
    }

    @Test
    void settlingNeverTakesMoreThanWasReserved() {
        var generation = UUID.randomUUID();
        reserve(generation, 6);

        settle(generation, 9);

        assertThat(credits.balance(viewer).left()).isEqualTo(4);
    }

    @Test
    void theAllowanceComesBackTheNextDayAndDoesNotPileUp() {
        reserve(UUID.randomUUID(), 6);

        clock.pass(Duration.ofDays(1));

        assertThat(credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void aRefundOfYesterdayDoesNotEnlargeToday() {
        var generation = UUID.randomUUID();
        reserve(generation, 6);
        clock.pass(Duration.ofDays(1));

        refund(generation);

        assertThat(credits.balance(viewer).left()).isEqualTo(10);
    }

    @Test
    void grantedCreditsArePaidLastAndStay() {
        credits.grant(viewer.id(), 5, "for the festival film", viewer.id());
        reserve(UUID.randomUUID(), 12);
        assertThat(credits.balance(viewer).left()).isEqualTo(3);

        clock.pass(Duration.ofDays(1));

        assertThat(credits.balance(viewer).left()).isEqualTo(13);
    }

    @Test
    void anEntryCannotBeChanged() {
        reserve(UUID.randomUUID(), 1);

        assertThatThrownBy(() -> jdbc.sql("update ledger_entry set amount = 100 where kind = 'ALLOWANCE'")
                        .update())
                .hasMessageContaining("append-only");
    }

    @Test
    void moneyMovesOnlyWithinATransactionOfTheCaller() {
        assertThatThrownBy(() -> credits.refund(UUID.randomUUID())).hasMessageContaining("mandatory");
    }

    private boolean reserve(UUID generation, int amount) {
        return Boolean.TRUE.equals(transactions.execute(status -> credits.reserve(viewer, generation, amount)));
    }

    private void refund(UUID generation) {
        transactions.executeWithoutResult(status -> credits.refund(generation));
    }

    private void settle(UUID generation, int price) {
        transactions.executeWithoutResult(status -> credits.settle(generation, price));
    }
}
