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
