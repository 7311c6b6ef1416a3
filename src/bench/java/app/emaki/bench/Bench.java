package app.emaki.bench;

import java.util.Locale;

/**
 * Runs the benchmark that the first argument names: {@code kamishibai} is {@link KamishibaiBench}, {@code coach}
 * {@link CoachBench}, {@code feed} {@link FeedBench}.
 */
public final class Bench {
    private Bench() {}

    public static void main(String[] args) throws Exception {
        if (args.length != 1 || !args[0].matches("[a-z][a-z0-9]*")) {
            System.err.println("Say which benchmark to run, for instance -Dbench=kamishibai");
            System.exit(2);
        }
        String name = args[0].substring(0, 1).toUpperCase(Locale.ROOT) + args[0].substring(1) + "Bench";
        try {
            Class.forName(Bench.class.getPackageName() + "." + name)
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[0]);
        } catch (ClassNotFoundException e) {
            System.err.println("There is no benchmark \"" + args[0] + "\"");
            System.exit(2);
        }
    }
}
