package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.Line;
import app.emaki.model.kamishibai.sound.Caption;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Spoken lines as WebVTT. */
final class Captions {
    private static final double SECONDS_UNHEARD = 2;
    private static final double SHORTEST_READING = 1.2;
    private static final double LETTERS_A_SECOND = 14;
    private static final double JAPANESE_LETTERS_A_SECOND = 7;

    private Captions() {}

    /** As they are heard; null when nothing is said. */
    static @Nullable String of(List<Caption> heard) {
        if (heard.isEmpty()) {
            return null;
        }
        var vtt = new StringBuilder("WEBVTT\n");
        for (Caption line : heard) {
            cue(vtt, line.start(), line.end(), line.speaker(), line.text());
        }
        return vtt.toString();
    }

    /** As they are planned, for a film without sound. */
    static @Nullable String of(StoryPlan plan) {
        if (plan.lines().isEmpty()) {
            return null;
        }
        var vtt = new StringBuilder("WEBVTT\n");
        for (Line line : plan.lines()) {
            cue(vtt, line.at(), Math.min(plan.seconds(), line.at() + SECONDS_UNHEARD), line.speaker(), line.text());
        }
        return vtt.toString();
    }

    /** As they are planned, each for as long as it takes to read and no longer than until the next one; null when nothing is said. */
    static @Nullable String read(StoryPlan plan) {
        if (plan.lines().isEmpty()) {
            return null;
        }
        var vtt = new StringBuilder("WEBVTT\n");
        for (int i = 0; i < plan.lines().size(); i++) {
            var line = plan.lines().get(i);
            double next = i + 1 < plan.lines().size() ? plan.lines().get(i + 1).at() : plan.seconds();
            double end = Math.min(Math.max(next, line.at()), line.at() + reading(line));
            cue(vtt, line.at(), Math.min(plan.seconds(), end), line.speaker(), line.text());
        }
        return vtt.toString();
    }

    private static double reading(Line line) {
        double perSecond = line.language().equals("ja") ? JAPANESE_LETTERS_A_SECOND : LETTERS_A_SECOND;
        return Math.max(SHORTEST_READING, 0.6 + line.text().length() / perSecond);
    }

    private static void cue(StringBuilder vtt, double start, double end, @Nullable String speaker, String text) {
        vtt.append('\n')
                .append(time(start))
                .append(" --> ")
                .append(time(Math.max(end, start + 0.1)))
                .append('\n');
        String words = text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\\s*\\R\\s*", " ");
        vtt.append(speaker == null ? words : "<v " + speaker + ">" + words).append('\n');
    }

    private static String time(double seconds) {
        long millis = Math.round(seconds * 1000);
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
