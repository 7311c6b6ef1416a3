package app.emaki.bench;

import app.emaki.EmakiApplication;
import app.emaki.generation.QueueMeasures;
import java.nio.file.Files;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * How fast the engine hands queued films to an instant backend, beside the floor: claiming bare rows with
 * {@code FOR UPDATE SKIP LOCKED}, through the same pool, with as many threads, in the same run. Then how long an order waits for
 * its first call, what a hundred thousand queued films do to admission, and what Emaki adds to a whole film.
 */
public final class QueueBench {
    private QueueBench() {}

    public static void main(String[] args) throws Exception {
        var data = Files.createTempDirectory("emaki-bench");
        var application = new SpringApplicationBuilder(EmakiApplication.class)
                .run(
                        "--emaki.data=" + data,
                        "--server.port=0",
                        "--emaki.bench.instant=true",
                        "--emaki.kamishibai.warm=false",
                        "--emaki.admin.handle=keeper",
                        "--emaki.admin.email=keeper@example.org",
                        "--emaki.admin.password=keeper of the benchmark");
        var bars = new Bars();
        try (application) {
            application.getBean(QueueMeasures.class).run(bars);
        }
        System.exit(bars.told());
    }
}
