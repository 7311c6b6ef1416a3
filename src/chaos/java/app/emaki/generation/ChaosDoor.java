package app.emaki.generation;

import app.emaki.account.Accounts;
import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.media.MediaStore;
import app.emaki.model.Aspect;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Lets a fault run order films in a running application without a browser: through the same door as every page, and with the
 * same rules. Listens on loopback alone, and is there only when a fault run asks for it.
 */
@Component
@ConditionalOnProperty("emaki.chaos.door")
public class ChaosDoor {
    private final Accounts accounts;
    private final Generations generations;
    private final Credits credits;
    private final MediaStore store;
    private final Clock clock;
    private final Path data;
    private final HttpServer server;

    ChaosDoor(
            Accounts accounts,
            Generations generations,
            Credits credits,
            MediaStore store,
            Clock clock,
            @Value("${emaki.data}") Path data,
            @Value("${emaki.chaos.door}") int port)
            throws IOException {
        this.accounts = accounts;
        this.generations = generations;
        this.credits = credits;
        this.store = store;
        this.clock = clock;
        this.data = data;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
    }

    /** Not earlier: a process that is still starting may end for want of its database, as any would. */
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        server.start();
    }

    @PreDestroy
    void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = 200;
            String words;
            try {
                words = act(exchange.getRequestURI().getPath().split("/"));
            } catch (RuntimeException e) {
                status = 500;
                words = e.toString();
            }
            var bytes = words.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private String act(String[] path) {
        return switch (path[1]) {
            case "account" -> account(path[2]);
            case "order" -> order(viewer(path[2]), path[3], Integer.parseInt(path[4]));
            case "cancel" -> {
                generations.cancel(viewer(path[2]), UUID.fromString(path[3]));
                yield "";
            }
            case "ledger" -> String.valueOf(credits.check().right());
            case "sweep" -> {
                Housekeeping.sweepWork(data.resolve("work"), clock.instant());
                yield String.valueOf(store.sweep(clock.instant(), List.of()));
            }
            default -> throw new IllegalArgumentException(path[1]);
        };
    }

    private String account(String handle) {
        var viewer = accounts.find(handle).orElseGet(() -> {
            var fresh = accounts.register(handle, handle + "@example.org", "a password of the fault run");
            accounts.activate(fresh.id());
            accounts.assign(fresh.id(), Plan.PRO, fresh.id());
            return fresh;
        });
        return viewer.id().toString();
    }

    private String order(Viewer viewer, String words, int takes) {
        var order = new GenerationRequest(
                new Prompt("A kite over the sea, " + words, "en"),
                "moody-1",
                Aspect.PORTRAIT,
                1,
                160,
                true,
                null,
                takes,
                null);
        return generations.submit(viewer, order).stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    private Viewer viewer(String handle) {
        return accounts.find(handle).orElseThrow();
    }
}
