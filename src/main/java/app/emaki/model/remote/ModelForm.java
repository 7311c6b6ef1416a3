package app.emaki.model.remote;

import static app.emaki.model.remote.BackendForm.text;

import app.emaki.model.Aspect;
import app.emaki.model.Capabilities;
import app.emaki.model.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A model of a backend as its admin writes it: numbers as lists with commas, runs as {@code 4-10}. */
record ModelForm(
        @Nullable String id,
        @Nullable String remote,
        @Nullable String name,
        @Nullable String lengths,
        @Nullable Set<Aspect> aspects,
        @Nullable String lines,
        @Nullable Boolean sound,
        @Nullable Boolean seed,
        @Nullable Boolean negativePrompt,
        @Nullable Set<Input> inputs,
        @Nullable Integer credits,
        @Nullable Double pace,
        @Nullable String input) {
    private static final int LONGEST = 600;
    private static final int MOST_LINES = 4320;
    private static final int MOST_CREDITS = 10_000;
    private static final int LONGEST_NAME = 60;

    /** What a model of this dialect usually can. */
    static ModelForm fresh(Dialect dialect, String remote) {
        var id =
                remote.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[^a-z0-9]+", "");
        return switch (dialect) {
            case OPENAI, LITELLM ->
                form(
                        id,
                        remote,
                        "4, 8, 12",
                        Set.of(Aspect.PORTRAIT, Aspect.LANDSCAPE),
                        "720",
                        true,
                        false,
                        dialect,
                        Set.of(Input.FIRST_FRAME, Input.REMIX));
            case SGLANG ->
                form(
                        id,
                        remote,
                        "2-8",
                        Set.of(Aspect.values()),
                        "480, 720",
                        false,
                        true,
                        dialect,
                        Set.of(Input.FIRST_FRAME));
            case VLLM_OMNI ->
                form(
                        id,
                        remote,
                        "2-10",
                        Set.of(Aspect.values()),
                        "480, 720",
                        true,
                        true,
                        dialect,
                        Set.of(Input.FIRST_FRAME));
            case EMAKI ->
                form(
                        id,
                        remote,
                        "4-20",
                        Set.of(Aspect.values()),
                        "480, 720, 1080",
                        true,
                        true,
                        dialect,
                        Set.of(Input.FIRST_FRAME, Input.CHARACTER, Input.REMIX, Input.EXTEND));
            case COMFYUI ->
                form(id, remote, "2-10", Set.of(Aspect.values()), "480, 720", false, true, dialect, Set.of());
            case VEO ->
                form(
                        id,
                        remote,
                        "4, 6, 8",
                        Set.of(Aspect.PORTRAIT, Aspect.LANDSCAPE),
                        "720, 1080",
                        true,
                        false,
                        dialect,
                        Set.of(Input.FIRST_FRAME));
            case FAL, REPLICATE ->
                form(
                        id,
                        remote,
                        "4, 6, 8",
                        Set.of(Aspect.PORTRAIT, Aspect.LANDSCAPE),
                        "720, 1080",
                        true,
                        true,
                        dialect,
                        Set.of(Input.FIRST_FRAME));
        };
    }

    private static ModelForm form(
            String id,
            String remote,
            String lengths,
            Set<Aspect> aspects,
            String lines,
            boolean sound,
            boolean seed,
            Dialect dialect,
            Set<Input> inputs) {
        boolean avoids = dialect.input().contains("{avoid}");
        return new ModelForm(
                id, remote, remote, lengths, aspects, lines, sound, seed, avoids, inputs, 5, 10.0, dialect.input());
    }

    static ModelForm of(RemoteModel model) {
        return new ModelForm(
                model.id(),
                model.remote(),
                model.name(),
                written(model.lengths()),
                model.aspects(),
                written(model.lines()),
                model.sound(),
                model.seed(),
                model.negativePrompt(),
                model.inputs(),
                model.credits(),
                model.pace(),
                model.input());
    }

    /** Notes what is wrong; {@code model.form.…} are the messages. */
    void check(Dialect dialect, BindingResult errors) {
        if (!text(id).matches("[a-z0-9][a-z0-9._-]{1,59}")) {
            errors.rejectValue("id", "model.form.modelId");
        }
        if (!text(remote).matches("[A-Za-z0-9][A-Za-z0-9._:/@-]{0,199}")) {
            errors.rejectValue("remote", "model.form.remote");
        }
        if (text(name).isEmpty() || text(name).length() > LONGEST_NAME) {
            errors.rejectValue("name", "model.form.name", new Object[] {LONGEST_NAME}, "");
        }
        if (numbers(lengths, LONGEST).isEmpty()) {
            errors.rejectValue("lengths", "model.form.lengths", new Object[] {LONGEST}, "");
        }
        if (numbers(lines, MOST_LINES).isEmpty()) {
            errors.rejectValue("lines", "model.form.lines", new Object[] {MOST_LINES}, "");
        }
        if (aspects == null || aspects.isEmpty()) {
            errors.rejectValue("aspects", "model.form.aspects");
        }
        if (credits == null || credits < 0 || credits > MOST_CREDITS) {
            errors.rejectValue("credits", "model.form.range", new Object[] {0, MOST_CREDITS}, "");
        }
        if (pace == null || !(pace > 0 && pace <= 10_000)) {
            errors.rejectValue("pace", "model.form.range", new Object[] {1, 10_000}, "");
        }
        checkInput(dialect, errors);
    }

    private void checkInput(Dialect dialect, BindingResult errors) {
        try {
            InputTemplate.parse(text(input));
            var json = JsonMapper.shared().readTree(text(input).isEmpty() ? "{}" : text(input));
            if (dialect == Dialect.COMFYUI && !(json.path("workflow") instanceof ObjectNode)) {
                errors.rejectValue("input", "model.form.workflow");
            }
            if (!errors.hasErrors()) {
                checkInputs(dialect, errors);
            }
        } catch (IllegalArgumentException e) {
            errors.rejectValue("input", "model.form.input", new Object[] {String.valueOf(e.getMessage())}, "");
        }
    }

    /** What was ticked has to get there. */
    private void checkInputs(Dialect dialect, BindingResult errors) {
        var model = model();
        model.inputs().stream()
                .map(it -> model.lack(dialect, it))
                .filter(Objects::nonNull)
                .distinct()
                .forEach(lack -> errors.rejectValue("inputs", "model.form." + lack));
    }

    /** The model of a form that has passed its check. */
    RemoteModel model() {
        return new RemoteModel(
                text(id),
                text(remote),
                text(name),
                numbers(lengths, LONGEST),
                aspects == null ? Set.of() : Set.copyOf(aspects),
                numbers(lines, MOST_LINES),
                Boolean.TRUE.equals(sound),
                Boolean.TRUE.equals(seed),
                Boolean.TRUE.equals(negativePrompt),
                inputs == null ? Set.of() : Set.copyOf(inputs),
                credits == null ? 0 : credits,
                pace == null ? 1 : pace,
                text(input));
    }

    /** The numbers of a list, lowest first; none when anything in it is no number from 1 to the most. */
    static List<Integer> numbers(@Nullable String list, int most) {
        var numbers = new TreeSet<Integer>();
        for (var part : text(list).split("[,、\\s]+")) {
            if (!part.matches("\\d{1,4}([-–]\\d{1,4})?")) {
                return List.of();
            }
            var ends = part.split("[-–]");
            int first = Integer.parseInt(ends[0]);
            int last = Integer.parseInt(ends[ends.length - 1]);
            if (first < 1 || last > most || last < first) {
                return List.of();
            }
            numbers.addAll(Capabilities.between(first, last));
        }
        return new ArrayList<>(numbers);
    }

    private static String written(List<Integer> numbers) {
        boolean run = numbers.size() > 2 && numbers.getLast() - numbers.getFirst() == numbers.size() - 1;
        return run
                ? numbers.getFirst() + "-" + numbers.getLast()
                : numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
