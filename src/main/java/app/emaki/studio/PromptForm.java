package app.emaki.studio;

import app.emaki.model.Aspect;
import app.emaki.model.Way;
import app.emaki.platform.PublicId;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptParts;
import app.emaki.studio.prompt.PromptWriter;
import app.emaki.studio.prompt.Shot;
import app.emaki.studio.prompt.SpokenLine;
import app.emaki.video.Remixable;
import app.emaki.video.Visibility;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The desk as a browser sends it. Two views of one prompt arrive side by side; {@code edited} tells which of them was written in
 * last and is therefore true.
 *
 * @param draft public id of the sheet that is written on
 * @param resolution lines of the shorter side
 * @param seed empty for chance
 * @param remix public id of the video that this film continues
 * @param way how it continues that one
 */
record PromptForm(
        @Nullable String draft,
        @Nullable String name,
        @Nullable String text,
        @Nullable String edited,
        @Nullable String model,
        @Nullable String aspect,
        @Nullable String seconds,
        @Nullable String resolution,
        @Nullable String sound,
        @Nullable String seed,
        @Nullable String takes,
        @Nullable String remix,
        @Nullable String way,
        @Nullable String visibility,
        @Nullable String promptShown,
        @Nullable String remixable,
        @Nullable Set<String> dismissed,
        @Nullable Map<String, String> parts,
        @Nullable List<ShotForm> shots,
        @Nullable List<LineForm> dialogue) {
    private static final int MOST_SECONDS = 600;
    private static final int MOST_LINES = 4320;
    private static final int MOST_TAKES = 4;

    /** Words and a film for them, for one take. */
    static PromptForm of(
            @Nullable String text,
            @Nullable String aspect,
            @Nullable String seconds,
            @Nullable String resolution,
            @Nullable String sound,
            @Nullable String seed) {
        return new PromptForm(
                null,
                null,
                text,
                "words",
                null,
                aspect,
                seconds,
                resolution,
                sound,
                seed,
                "1",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    record ShotForm(
            @Nullable String seconds,
            @Nullable String camera,
            @Nullable String text) {
        Shot shot() {
            return new Shot(number(seconds, 0), PromptForm.text(camera), PromptForm.text(text));
        }
    }

    record LineForm(
            @Nullable String speaker,
            @Nullable String at,
            @Nullable String text) {
        SpokenLine line() {
            return new SpokenLine(PromptForm.text(speaker), number(at, -1), PromptForm.text(text));
        }
    }

    /** The desk as it would be kept; what the browser left out or garbled stays as it was. */
    Draft draft(Draft before, PromptLanguage reader) {
        if (text == null && parts == null) {
            return before;
        }
        return new Draft(
                before.id(),
                name == null ? before.name() : named(name),
                words(reader),
                model == null ? before.model() : model,
                aspect(before.aspect()),
                seconds(number(seconds, before.seconds())),
                lines(number(resolution, before.lines())),
                Boolean.parseBoolean(sound),
                seedNumber(),
                takes(number(takes, before.takes())),
                PublicId.parse(text(remix)).orElse(null),
                Way.EXTEND.name().equals(way) ? Way.EXTEND : Way.REMIX,
                showing(before.showing()),
                dismissed == null ? Set.of() : dismissed);
    }

    /** The sheet that is written on; empty when the browser does not say, which then means the one on the desk. */
    Optional<UUID> sheet() {
        return PublicId.parse(text(draft));
    }

    /** A name in one line, no longer than names may be. */
    static String named(@Nullable String typed) {
        var name = text(typed).replaceAll("\\s+", " ").replace("\u0000", "").strip();
        int end = name.offsetByCodePoints(0, Math.min(Draft.LONGEST_NAME, name.codePointCount(0, name.length())));
        return name.substring(0, end);
    }

    static int seconds(double typed) {
        return (int) Math.clamp(typed, 1, MOST_SECONDS);
    }

    static int lines(double typed) {
        return (int) Math.clamp(typed, 1, MOST_LINES);
    }

    static int takes(double typed) {
        return (int) Math.clamp(typed, 1, MOST_TAKES);
    }

    /** Whether the seed is neither empty nor a number that a model takes. */
    boolean badSeed() {
        return !text(seed).isBlank() && seedNumber() == null;
    }

    private Showing showing(Showing before) {
        return Stream.of(Visibility.values())
                .filter(it -> it.name().equals(visibility))
                .findFirst()
                .map(it -> new Showing(it, Boolean.parseBoolean(promptShown), remixable(before)))
                .orElse(before);
    }

    private Remixable remixable(Showing before) {
        return Stream.of(Remixable.values())
                .filter(it -> it.name().equals(remixable))
                .findFirst()
                .orElse(before.remixable());
    }

    private Aspect aspect(Aspect before) {
        return Stream.of(Aspect.values())
                .filter(it -> it.name().equals(aspect))
                .findFirst()
                .orElse(before);
    }

    private @Nullable Long seedNumber() {
        var digits = text(seed).strip();
        return digits.matches("\\d{1,18}") ? Long.valueOf(digits) : null;
    }

    private String words(PromptLanguage reader) {
        if (!"parts".equals(edited)) {
            // a form sends CRLF, whatever was typed
            return text(text).replace("\r\n", "\n").replace("\u0000", "");
        }
        var taken = takenApart();
        var all = new StringBuilder();
        taken.texts().values().forEach(all::append);
        taken.shots().forEach(shot -> all.append(shot.text()));
        taken.dialogue().forEach(line -> all.append(line.text()));
        return PromptWriter.write(taken, PromptLanguage.of(all.toString(), reader));
    }

    private PromptParts takenApart() {
        var texts = new EnumMap<Part, String>(Part.class);
        if (parts != null) {
            for (var part : Part.values()) {
                texts.put(part, text(parts.get(part.key())));
            }
        }
        return new PromptParts(
                texts,
                shots == null
                        ? List.of()
                        : shots.stream()
                                .filter(Objects::nonNull)
                                .map(ShotForm::shot)
                                .toList(),
                dialogue == null
                        ? List.of()
                        : dialogue.stream()
                                .filter(Objects::nonNull)
                                .map(LineForm::line)
                                .toList());
    }

    private static double number(@Nullable String typed, double otherwise) {
        try {
            double number = typed == null ? otherwise : Double.parseDouble(typed.strip());
            return Double.isFinite(number) ? number : otherwise;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
