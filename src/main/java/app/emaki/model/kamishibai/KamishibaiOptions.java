package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.plan.Model;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The arguments of the command line, as given. */
final class KamishibaiOptions {
    private static final Set<String> VALUED = Set.of(
            "prompt",
            "script",
            "avoid",
            "seconds",
            "size",
            "seed",
            "out",
            "sheet",
            "model",
            "remix",
            "extend",
            "captions",
            "hands",
            "frames",
            "only");
    private static final Set<String> FLAGS = Set.of("plan", "silent", "help", "album");

    /** The arguments cannot be followed; the message says which rule they break and how to keep it. */
    static final class Misuse extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misuse(String message) {
            super(message);
        }
    }

    private final Map<String, String> values = new LinkedHashMap<>();

    KamishibaiOptions(String[] args) {
        for (int i = 0; i < args.length; i++) {
            if (!args[i].startsWith("--")) {
                throw new Misuse("\"" + args[i] + "\" is not an option; put words to be shown behind --prompt");
            }
            int equals = args[i].indexOf('=');
            String name = args[i].substring(2, equals < 0 ? args[i].length() : equals);
            if (FLAGS.contains(name)) {
                values.put(name, "true");
            } else if (!VALUED.contains(name)) {
                throw new Misuse("There is no option --" + name + "; --help lists them");
            } else if (equals >= 0) {
                values.put(name, args[i].substring(equals + 1));
            } else if (i + 1 < args.length) {
                values.put(name, args[++i]);
            } else {
                throw new Misuse("--" + name + " needs a value");
            }
        }
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    String text(String name) {
        return values.get(name);
    }

    String text(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    double number(String name, double otherwise, double least, double most) {
        String value = values.get(name);
        double number = otherwise;
        if (value != null) {
            try {
                number = Double.parseDouble(value);
            } catch (NumberFormatException e) {
                throw new Misuse("--" + name + " is a number, not \"" + value + "\"");
            }
        }
        if (!(number >= least && number <= most)) {
            throw new Misuse(
                    "--%s goes from %s to %s, not %s".formatted(name, plain(least), plain(most), plain(number)));
        }
        return number;
    }

    long whole(String name, long otherwise) {
        String value = values.get(name);
        try {
            return value == null ? otherwise : Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new Misuse("--" + name + " is a whole number, not \"" + value + "\"");
        }
    }

    /** Width and height, from {@code 720x1280}. */
    int[] size(String otherwise) {
        String value = values.getOrDefault("size", otherwise);
        if (!value.matches("\\d{2,4}[xX×]\\d{2,4}")) {
            throw new Misuse("--size is width x height, for instance 720x1280, not \"" + value + "\"");
        }
        return Arrays.stream(value.split("[xX×]")).mapToInt(Integer::parseInt).toArray();
    }

    Model model() {
        String name = values.getOrDefault("model", Model.KAMISHIBAI_2.label());
        return Model.named(name)
                .orElseThrow(() -> new Misuse("There is no model \"" + name + "\"; there are "
                        + Arrays.stream(Model.values()).map(Model::label).collect(Collectors.joining(" and "))));
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }
}
