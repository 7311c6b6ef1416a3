package app.emaki.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class HeavyCallsTests {
    private final ApiAnswers answers = new ApiAnswers(JsonMapper.shared());
    private HeavyCalls heavy = new HeavyCalls(1, 1, answers);

    @Test
    void aSecondHeavyCallWaitsForTheFirstAndLightOnesDoNot() throws Exception {
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var first = call(2_000_000, entered, leave);
        entered.await();
        var secondIn = new CountDownLatch(1);
        var second = call(2_000_000, secondIn, new CountDownLatch(0));
        var lightIn = new CountDownLatch(1);
        call(1000, lightIn, new CountDownLatch(0)).join();
        assertThat(lightIn.getCount()).isZero();
        assertThat(secondIn.getCount()).isOne();
        leave.countDown();
        assertThat(first.join()).isEqualTo(200);
        assertThat(second.join()).isEqualTo(200);
        assertThat(secondIn.getCount()).isZero();
    }

    @Test
    void oneAccountDoesNotTakeAllTheRoom() throws Exception {
        heavy = new HeavyCalls(2, 1, answers);
        var entered = new CountDownLatch(1);
        var leave = new CountDownLatch(1);
        var first = call("one", 2_000_000, entered, leave);
        entered.await();
        var secondIn = new CountDownLatch(1);
        var second = call("one", 2_000_000, secondIn, new CountDownLatch(0));
        assertThat(call("another", 2_000_000, new CountDownLatch(1), new CountDownLatch(0))
                        .join())
                .isEqualTo(200);
        assertThat(secondIn.getCount()).isOne();
        leave.countDown();
        assertThat(first.join()).isEqualTo(200);
        assertThat(second.join()).isEqualTo(200);
    }

    private CompletableFuture<Integer> call(int length, CountDownLatch in, CountDownLatch out) {
        return call("somebody", length, in, out);
    }

    private CompletableFuture<Integer> call(String account, int length, CountDownLatch in, CountDownLatch out) {
        var request = new MockHttpServletRequest("POST", "/v1/videos");
        request.setRemoteUser(account);
        request.setContent(new byte[length]);
        var response = new MockHttpServletResponse();
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        heavy.doFilter(request, response, (asked, answer) -> {
                            in.countDown();
                            try {
                                out.await();
                            } catch (InterruptedException e) {
                                throw new AssertionError(e);
                            }
                        });
                        return response.getStatus();
                    } catch (Exception e) {
                        throw new AssertionError(e);
                    }
                },
                Thread::startVirtualThread);
    }
}
