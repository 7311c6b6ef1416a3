package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TogetherTests {
    private final List<Integer> groups = new ArrayList<>();

    @Test
    void whoComesAloneIsServedAtOnce() {
        assertThat(new Together<>(this::doubled).ask(21)).isEqualTo(42);
        assertThat(groups).containsExactly(1);
    }

    @Test
    void whoComesMeanwhileGoesTogetherAndEachGetsItsOwn() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var together = new Together<Integer, Integer>(numbers -> {
            begun.countDown();
            await(goOn);
            return doubled(numbers);
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<Integer>>();
            results.add(threads.submit(() -> together.ask(0)));
            await(begun);
            for (int n = 1; n <= 9; n++) {
                int number = n;
                results.add(threads.submit(() -> together.ask(number)));
            }
            while (together.waiting() < 9) {
                Thread.onSpinWait();
            }
            goOn.countDown();

            for (int n = 0; n <= 9; n++) {
                assertThat(results.get(n).get()).isEqualTo(2 * n);
            }
        }
        assertThat(groups).containsExactly(1, 9);
    }

    @Test
    void whatGoesWrongIsToldAndTheNextIsServed() {
        var together = new Together<Integer, Integer>(numbers -> {
            if (numbers.contains(13)) {
                throw new IllegalStateException("13");
            }
            return doubled(numbers);
        });

        assertThatThrownBy(() -> together.ask(13)).isInstanceOf(IllegalStateException.class);
        assertThat(together.ask(4)).isEqualTo(8);
    }

    private List<Integer> doubled(List<Integer> numbers) {
        groups.add(numbers.size());
        return numbers.stream().map(it -> 2 * it).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
