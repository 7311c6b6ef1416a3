package app.emaki.studio;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.studio.coach.Composition;
import app.emaki.studio.prompt.PromptLanguage;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A language model on a loopback address, in all its moods. */
class ImproverTests {
    private static final String WORDS = "A woman walks through a neon street in the rain";

    private final AtomicReference<String> heard = new AtomicReference<>("");
    private final AtomicReference<String> key = new AtomicReference<>("");
    private final CountDownLatch end = new CountDownLatch(1);
    private HttpServer server;
    private String answer = "";
    private int status = 200;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void theWriterFindsOtherWords() {
        answer = said("```\\nA woman in red walks slowly.\\n\\nCamera: low angle\\n```");

        assertThat(writer("5s").rewrite(composition(WORDS)))
                .contains("A woman in red walks slowly.\n\nCamera: low angle");
        assertThat(key.get()).isEqualTo("Bearer secret");
        assertThat(heard.get()).contains("\"model\":\"small\"", WORDS, "8 seconds", "English");
    }

    @Test
    void whateverIsNoPromptIsNoHelp() {
        for (var nonsense :
                new String[] {"", "{", "{}", "{\"choices\":[]}", said(""), said("x".repeat(9000)), "x".repeat(300_000)
                }) {
            answer = nonsense;
            assertThat(writer("5s").rewrite(composition(WORDS))).isEmpty();
        }
        status = 500;
        answer = said("A film");
        assertThat(writer("5s").rewrite(composition(WORDS))).isEmpty();
    }

    @Test
    void aWriterThatHangsOrTricklesIsNotWaitedFor() {
        answer = "hang";
        assertThat(writer("300ms").rewrite(composition(WORDS))).isEmpty();
        answer = "trickle";
        assertThat(writer("300ms").rewrite(composition(WORDS))).isEmpty();
        server.stop(0);
        assertThat(writer("300ms").rewrite(composition(WORDS))).isEmpty();
    }

    @Test
    void withoutAWriterThereIsNone() {
        var none = new Writer(new WriterSettings("", "", "", Duration.ofSeconds(1)));
        assertThat(none.present()).isFalse();
        assertThat(none.rewrite(composition(WORDS))).isEmpty();
    }

    private Writer writer(String time) {
        return new Writer(new WriterSettings(
                "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/",
                "secret",
                "small",
                Duration.parse("PT" + time.replace("300ms", "0.3s"))));
    }

    private static Composition composition(String text) {
        return Composition.of(text, PromptLanguage.EN, 8, 4, 20, 1, true);
    }

    private static String said(String words) {
        return "{\"choices\":[{\"message\":{\"role\":\"assistant\",\"content\":\"" + words + "\"}}]}";
    }

    private void answer(HttpExchange exchange) throws IOException {
        heard.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        key.set(exchange.getRequestHeaders().getFirst("Authorization"));
        try (exchange) {
            if (answer.equals("hang")) {
                end.await();
            }
            exchange.sendResponseHeaders(status, 0);
            if (answer.equals("trickle")) {
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
                end.await();
            }
            exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
