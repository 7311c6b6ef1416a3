package app.emaki.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;

/** What benchmarks must keep to, as it stands in {@code src/bench/bars.properties}, and which of it was missed. */
public final class Bars {
    private final Properties bars = new Properties();
    private final List<String> missed = new ArrayList<>();

    public Bars() throws IOException {
        try (var reader = Files.newBufferedReader(Path.of("src", "bench", "bars.properties"))) {
            bars.load(reader);
        }
    }

    /** A measure that must not be smaller than its bar. */
    public void least(String name, double measured) {
        if (measured < bar(name)) {
            miss(name, measured, "at least");
        }
    }

    /** A measure that must not be larger than its bar. */
    public void most(String name, double measured) {
        if (measured > bar(name)) {
            miss(name, measured, "at most");
        }
    }

    public double bar(String name) {
        return Double.parseDouble(bars.getProperty(name));
    }

    /** Says which bars were missed; 0 when none was, as programs end. */
    public int told() {
        missed.forEach(System.out::println);
        return missed.isEmpty() ? 0 : 1;
    }

    private void miss(String name, double measured, String way) {
        missed.add(String.format(Locale.ROOT, "missed: %s is %.2f, %s %.2f", name, measured, way, bar(name)));
    }
}
