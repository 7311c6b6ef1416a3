package app.emaki.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/** The long fault run, of the jar that is released: so many orders, kills and restarts until all of them are placed, and one line of figures. */
public final class Chaos {
    private Chaos() {}

    public static void main(String[] args) throws Exception {
        int jobs = args.length == 0 ? 300 : Integer.parseInt(args[0]);
        long seed = args.length < 2 ? new Random().nextLong(1_000_000) : Long.parseLong(args[1]);
        var jar = Path.of("target", "emaki.jar").toAbsolutePath();
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException("There is no " + jar + "; ./mvnw -q -Pchaos verify makes it");
        }
        System.out.println("Chaos with seed " + seed);
        var report = new Storm(Path.of("target", "chaos"), Storm.Weather.rough(jobs, seed), jar).rage();
        System.out.println(report);
        if (!report.held()) {
            report.broken().forEach(System.out::println);
            System.exit(1);
        }
        System.exit(0);
    }
}
