package app.emaki.model.kamishibai.picture;

import app.emaki.model.kamishibai.plan.StoryPlan;
import app.emaki.model.kamishibai.plan.StoryPlan.*;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes small plans: a neutral one, with one thing after another changed; understands words such as {@code SHRINE,NIGHT,FOX:WALK}. */
final class Story {

    private Style style = Style.PAPER;
    private Setting setting = Setting.MOUNTAINS;
    private Hour hour = Hour.DAY;
    private Weather weather = Weather.CLEAR;
    private final List<Drift> drifts = new ArrayList<>();
    private Framing framing = Framing.WIDE;
    private Angle angle = Angle.EYE;
    private Move move = Move.STILL;
    private double slow = 1;
    private Transition transition = Transition.CUT;
    private final List<Role> cast = new ArrayList<>();
    private final List<Beat> beats = new ArrayList<>();
    private double seconds = 4;

    static StoryPlan of(String words) {
        var story = new Story();
        for (var word : words.split(",", -1)) {
            story.read(word.strip());
        }
        return story.plan();
    }

    private void read(String word) {
        if (word.isEmpty()) {
            return;
        }
        if (word.startsWith("slow=")) {
            slow = Double.parseDouble(word.substring(5));
            return;
        }
        if (word.startsWith("s=")) {
            seconds = Double.parseDouble(word.substring(2));
            return;
        }
        if (word.contains(":")) {
            role(word);
            return;
        }
        var s = named(Style.class, word);
        style = s == null ? style : s;
        var p = named(Setting.class, word);
        setting = p == null ? setting : p;
        var h = named(Hour.class, word);
        hour = h == null ? hour : h;
        var w = named(Weather.class, word);
        weather = w == null ? weather : w;
        var d = named(Drift.class, word);
        if (d != null) {
            drifts.add(d);
        }
        var f = named(Framing.class, word);
        framing = f == null ? framing : f;
        var a = named(Angle.class, word);
        angle = a == null ? angle : a;
        var m = named(Move.class, word);
        move = m == null ? move : m;
        var t = named(Transition.class, word);
        transition = t == null ? transition : t;
        if (s == null && p == null && h == null && w == null && d == null && f == null && a == null && m == null
                && t == null) {
            throw new IllegalArgumentException(word);
        }
    }

    /** FIGURE:ACTION[:more], where more is a garment, hair, prop, emotion, count or sign. */
    private void role(String word) {
        var parts = word.split(":", -1);
        var figure = Figure.valueOf(parts[0]);
        var id = parts[0].toLowerCase(java.util.Locale.ROOT) + "-" + (cast.size() + 1);
        Garment garment = null;
        Hair hair = null;
        Emotion emotion = null;
        int count = 1;
        String sign = null;
        var props = new ArrayList<Prop>();
        for (var more : Arrays.asList(parts).subList(2, parts.length)) {
            var g = named(Garment.class, more);
            var r = named(Hair.class, more);
            var e = named(Emotion.class, more);
            var p = named(Prop.class, more);
            garment = g == null ? garment : g;
            hair = r == null ? hair : r;
            emotion = e == null ? emotion : e;
            if (p != null) {
                props.add(p);
            } else if (more.matches("\\d+")) {
                count = Integer.parseInt(more);
            } else if (g == null && r == null && e == null) {
                sign = more;
            }
        }
        int[][] palettes = {
            {0x2f4f8f, 0xf4ead6, 0xd9384f}, {0x7a2f4a, 0xf0e4c8, 0xe0a030}, {0x2f6a5a, 0xf6eee0, 0xf07a3a}
        };
        var colours = Arrays.stream(palettes[cast.size() % 3]).boxed().toList();
        cast.add(new Role(id, figure, count, garment, hair, props, colours, sign));
        beats.add(new Beat(id, Action.valueOf(parts[1]), 0, emotion));
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(e -> e.name().equals(word))
                .findFirst()
                .orElse(null);
    }

    private StoryPlan plan() {
        var camera = new Camera(framing, angle, move, slow);
        var shot = new ShotPlan(seconds, setting, hour, weather, drifts, beats, camera, transition, List.of());
        return new StoryPlan(
                StoryPlan.VERSION, 7, "ja", style, cast, List.of(shot), List.of(), List.of(), Mood.NONE, false);
    }
}
