package app.emaki.model.kamishibai.picture.stage;

import app.emaki.model.kamishibai.plan.StoryPlan.Drift;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Move;
import app.emaki.model.kamishibai.plan.StoryPlan.Style;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A set being built and then shown: sheets, a floor, live things and players, from far to near. Read-only once it is shown. */
public final class Scene {
    // layers as they are counted from far to near
    private static final int SKY = 0;
    private static final int FLOOR = 1;
    private static final int FIRST = 2;

    private record Piece(
            double z,
            @Nullable Sheet sheet,
            @Nullable Sheet soft,
            @Nullable Live live,
            @Nullable Player player) {}

    public final Lens lens;
    public final Light light;
    public final Hour hour;
    public final Weather weather;
    public final List<String> signs;
    public final List<Drift> drifts;
    public final boolean japanese;
    public final long seed;

    private final Style style;
    private final boolean racks;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Live> airs = new ArrayList<>();
    private @Nullable Sheet sky;
    private @Nullable Sheet floor;
    private @Nullable Wet wet;
    private double seat;
    private boolean buoyant;
    private boolean afloat;
    private boolean deserted;

    public Scene(
            Lens lens,
            Light light,
            Hour hour,
            Weather weather,
            List<String> signs,
            List<Drift> drifts,
            boolean japanese,
            long seed,
            Style style,
            Move move) {
        this.lens = lens;
        this.light = light;
        this.hour = hour;
        this.weather = weather;
        this.signs = signs;
        this.drifts = drifts;
        this.japanese = japanese;
        this.seed = seed;
        this.style = style;
        racks = move == Move.RACK;
    }

    public double chance(int i, int k) {
        return Chance.at(i, k + seed * 31);
    }

    /** A word for a sign: one the prompt asked for, else one of the place's own. */
    public String sign(int i, String... own) {
        if (i < signs.size()) {
            return signs.get(i);
        }
        return own[Math.floorMod(i - signs.size() + (int) (seed & 7), own.length)];
    }

    /** Rain, storm, or just after them: everything under the open sky is wet. */
    public boolean raining() {
        return weather == Weather.RAIN || weather == Weather.STORM || weather == Weather.AFTER_RAIN;
    }

    /** Whether rain falls right now, so that people open umbrellas. */
    public boolean pouring() {
        return weather == Weather.RAIN || weather == Weather.STORM;
    }

    public boolean snowing() {
        return weather == Weather.SNOW;
    }

    public void sky(Consumer<Ink> painter) {
        sky = Sheet.paint(lens, light, 60, lens.top(), lens.bottom(), new Craft(0, 0, 0), blur(60), painter);
    }

    /** A sheet that reaches from the top of the picture to a little below its ground line. */
    public void sheet(double z, Consumer<Ink> painter) {
        var craft = Craft.of(style).times(Curve.clamp(1.7 / z, .3, 1.3));
        double low = Math.min(lens.bottom(), lens.ground(z) + 40);
        add(
                z,
                Sheet.paint(
                        lens,
                        light,
                        z,
                        lens.top(),
                        z < lens.hero() * 1.05 ? lens.bottom() : low,
                        craft,
                        blur(z),
                        painter));
    }

    /** A sheet that reaches down to the foot of the picture and hides the floor. */
    public void slope(double z, Consumer<Ink> painter) {
        var craft = Craft.of(style).times(Curve.clamp(1.7 / z, .3, 1.3));
        add(z, Sheet.paint(lens, light, z, lens.top(), lens.bottom(), craft, blur(z), painter));
    }

    /** A sheet without the shadow of paper: glass, mist, light. */
    public void veil(double z, Consumer<Ink> painter) {
        add(z, Sheet.paint(lens, light, z, lens.top(), lens.bottom(), new Craft(0, 0, 0), blur(z), painter));
    }

    private void add(double z, Sheet sheet) {
        pieces.add(new Piece(z, sheet, racks && z > lens.hero() ? sheet.blurred(9, lens) : null, null, null));
    }

    /** The floor, painted in perspective from the horizon (y 0) down. */
    public void floor(Consumer<Ink> painter) {
        double front = Math.min(.62, lens.eye() / (Lens.HEIGHT - lens.horizon()) * .88);
        floor = Sheet.paint(lens, light, front, -2, lens.bottom(), new Craft(0, 0, 0), blur(2) * .6, painter);
    }

    public void wet(Wet wet) {
        this.wet = wet;
    }

    public void live(double z, Live live) {
        pieces.add(new Piece(z, null, null, live, null));
    }

    /** Something in the air before everything else; its ink has the middle of the picture's top as origin. */
    public void air(Live live) {
        airs.add(live);
    }

    public void enter(double z, Player player) {
        pieces.add(new Piece(z, null, null, null, player));
    }

    /** Where people of this place sit, in metres above the floor; 0 when there is nothing to sit on. */
    public void seats(double height) {
        seat = height;
    }

    public double seats() {
        return seat;
    }

    /** Says that nobody is here, not even passers-by. */
    public void desert() {
        deserted = true;
    }

    public boolean isDeserted() {
        return deserted;
    }

    /** Says that somebody comes by boat, so that the place is all water. */
    public void afloat() {
        afloat = true;
    }

    public boolean isAfloat() {
        return afloat;
    }

    /** Says that in this place people float. */
    public void weightless() {
        buoyant = true;
    }

    public boolean buoyant() {
        return buoyant;
    }

    private double blur(double z) {
        double far = z > lens.hero() * 1.4 ? Math.min(1, .4 + .1 * z) : 0;
        double close = z < lens.hero() * .8 ? 1 : 0;
        return switch (lens.framing()) {
            case WIDE -> close * 2.2;
            case MEDIUM -> far * 2.1 + close * 4;
            case CLOSE -> far * 6.5 + close * 9;
        };
    }

    /** Call once when the set is complete. */
    public Scene ready() {
        pieces.sort(Comparator.comparingDouble(Piece::z).reversed());
        return this;
    }

    /** Draws the whole picture at {@code t} seconds of the shot; {@code world} is the same moment on the clock of the world. */
    public void draw(Scratch s, View view, double t, double world) {
        var f = s.frame;
        f.fill(0xff000000 | light.haze());
        hide(s.cover, view);
        if (sky != null) {
            sky.lay(f, s.cover, view, SKY, 256);
        }
        if (floor != null) {
            floor.layFloor(f, s.cover, view, FLOOR);
        }
        if (wet != null) {
            reflect(s, view, wet, t, world);
        }
        for (int i = 0; i < pieces.size(); i++) {
            show(pieces.get(i), FIRST + i, s, view, t, world);
        }
        if (!airs.isEmpty()) {
            var g = f.graphics();
            g.scale(lens.scale(), lens.scale());
            g.translate(lens.half(), 0);
            for (var air : airs) {
                air.draw(Ink.scenery(g, light, 1, lens), world);
            }
            g.dispose();
        }
    }

    /** What nearer sheets hide need not be laid. */
    private void hide(Cover cover, View view) {
        cover.clear();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            var sheet = pieces.get(i).sheet;
            if (sheet != null) {
                sheet.hide(cover, view, FIRST + i);
            }
        }
    }

    private void show(Piece piece, int number, Scratch s, View view, double t, double world) {
        if (piece.sheet != null) {
            piece.sheet.lay(s.frame, s.cover, view, number, 256);
            if (piece.soft != null) {
                piece.soft.lay(s.frame, s.cover, view, number, (int) (256 * view.focus()));
            }
        }
        if (piece.live != null) {
            var g = s.frame.graphics();
            g.scale(lens.scale(), lens.scale());
            place(g, view, piece.z);
            piece.live.draw(Ink.scenery(g, light, piece.z, lens), world);
            g.dispose();
        }
        if (piece.player != null) {
            Troupe.present(piece.player, s, view, light, t);
        }
    }

    private static void place(java.awt.Graphics2D g, View view, double z) {
        g.translate(view.toX(0, z), view.toY(0, z));
        g.scale(view.scale(z), view.scale(z));
    }

    private void reflect(Scratch s, View view, Wet water, double t, double world) {
        double k = lens.scale();
        int top = Math.clamp((int) ((lens.horizon() + view.shiftY()) * k) / 2, 0, s.half.height - 1);
        Arrays.fill(s.half.px, top * s.half.width, s.half.px.length, 0xff000000 | light.haze());
        if (sky != null) {
            sky.layMirrored(s.half, s.cover.lines, view, lens.horizon() + view.shiftY(), top);
        }
        for (var piece : pieces) {
            if (piece.z < lens.hero() * .8) {
                continue;
            }
            if (piece.sheet != null) {
                piece.sheet.layMirrored(s.half, s.cover.lines, view, view.footY(piece.z), top);
            }
            if (piece.live != null) {
                var g = s.half.graphics();
                g.scale(k / 2, k / 2);
                g.translate(0, 2 * view.footY(piece.z));
                g.scale(1, -1);
                place(g, view, piece.z);
                piece.live.draw(Ink.scenery(g, light, piece.z, lens), world);
                g.dispose();
            }
            if (piece.player != null) {
                Troupe.mirror(piece.player, s, view, light, t);
            }
        }
        Mirror.compose(s, view, water, FLOOR, world);
    }
}
