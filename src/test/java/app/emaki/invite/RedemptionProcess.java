package app.emaki.invite;

import app.emaki.EmakiApplication;
import app.emaki.account.Accounts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A whole second Emaki on the same database: says when it stands, redeems what it is told all at once, and says how many sat down. */
final class RedemptionProcess {
    private RedemptionProcess() {}

    private static final AtomicBoolean FIRST = new AtomicBoolean();

    public static void main(String[] arguments) throws Exception {
        try (var emaki = new SpringApplicationBuilder(EmakiApplication.class)
                        .profiles("test")
                        .properties("server.port=0", "server.address=127.0.0.1")
                        .run(arguments);
                var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("READY");
            System.out.println("SEATED " + redeem(emaki.getBean(Invites.class), emaki.getBean(Accounts.class), in));
        }
    }

    /** Lines of a guest and a code; an empty one starts all of them. */
    private static long redeem(Invites invites, Accounts accounts, BufferedReader in)
            throws IOException, InterruptedException {
        var tasks = new ArrayList<Callable<Boolean>>();
        for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            var words = line.split(" ", -1);
            var guest = accounts.find(UUID.fromString(words[0])).orElseThrow();
            tasks.add(() -> {
                try {
                    invites.redeem(guest, words[1]);
                    if (FIRST.compareAndSet(false, true)) {
                        System.out.println("SITTING");
                    }
                    return true;
                } catch (CodeRefused refused) {
                    return false;
                }
            });
        }
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = tasks.stream()
                    .map(task -> threads.submit(() -> {
                        gate.await();
                        return task.call();
                    }))
                    .toList();
            gate.countDown();
            long seated = 0;
            for (var result : results) {
                try {
                    seated += result.get() ? 1 : 0;
                } catch (java.util.concurrent.ExecutionException e) {
                    throw new IllegalStateException(e);
                }
            }
            return seated;
        }
    }
}
