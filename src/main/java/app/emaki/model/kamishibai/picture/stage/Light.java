package app.emaki.model.kamishibai.picture.stage;

import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.List;

/**
 * The light of a shot; colours are 0xRRGGBB.
 *
 * @param sky four colours from the top of the sky down to the horizon
 * @param ambient falls on everything: local colours are multiplied by it
 * @param haze what the distance fades into
 * @param thickness of the air, 0 to 1
 * @param key rim light from the right, {@code fill} from the left
 * @param lamps how brightly windows, signs and lanterns burn, 0 to 1
 * @param dark how far figures fall into silhouette, 0 to 1
 * @param sun colour of sun or moon, at ({@code sunX}, {@code sunY}): x -1 to 1 across the picture, y 0 horizon to 1 top
 * @param threshold brightness from which things bloom, 0 to 255, and {@code bloom} how much
 */
public record Light(
        List<Integer> sky,
        int ambient,
        int haze,
        double thickness,
        int key,
        int fill,
        double lamps,
        double dark,
        int sun,
        double sunX,
        double sunY,
        int threshold,
        double bloom) {

    public static Light of(Hour hour, Weather weather) {
        return at(hour).under(weather);
    }

    private static Light at(Hour hour) {
        return switch (hour) {
            case DAWN ->
                new Light(
                        List.of(0x4a5a9c, 0xa08fc4, 0xf3b3b5, 0xffe6c4),
                        0xdcc3d2,
                        0xf1c3c0,
                        .62,
                        0xffdcae,
                        0x9fb4ff,
                        .45,
                        .2,
                        0xfff1d0,
                        -.32,
                        .12,
                        190,
                        .7);
            case DAY ->
                new Light(
                        List.of(0x2b7bd0, 0x5cb0ea, 0xa9dcf3, 0xeaf5ea),
                        0xfbf6ec,
                        0xc6e3ee,
                        .55,
                        0xfffbe0,
                        0xbfe4ff,
                        .12,
                        .05,
                        0xfffbe2,
                        .42,
                        .74,
                        214,
                        .5);
            case GOLDEN ->
                new Light(
                        List.of(0x4a4a94, 0xc9707f, 0xff9f5a, 0xffe39a),
                        0xeab088,
                        0xffb070,
                        .66,
                        0xffd98a,
                        0xc07ad0,
                        .5,
                        .35,
                        0xfff0b8,
                        .22,
                        .16,
                        182,
                        .85);
            case DUSK ->
                new Light(
                        List.of(0x12123e, 0x45206e, 0xb8478a, 0xff9a70),
                        0x8a62a2,
                        0xb84a8c,
                        .66,
                        0xff94b4,
                        0x5fc4ff,
                        .95,
                        .6,
                        0xffb890,
                        -.25,
                        .06,
                        140,
                        .95);
            case NIGHT ->
                new Light(
                        List.of(0x050816, 0x0c1538, 0x1b2f68, 0x3c5f9c),
                        0x4a5690,
                        0x2a3f7c,
                        .6,
                        0xcfe4ff,
                        0x5f86ff,
                        1,
                        .62,
                        0xf4f6ff,
                        .34,
                        .66,
                        128,
                        .95);
        };
    }

    private Light under(Weather weather) {
        return switch (weather) {
            case CLEAR, WIND -> this;
            case AFTER_RAIN -> air(Math.max(.3, thickness - .06)).lit(Math.max(lamps, .3));
            case RAIN ->
                grey(.34, 0x55617e).air(thickness + .14).shaded(0xc4cce0).lit(Math.max(lamps, .75));
            case STORM ->
                grey(.6, 0x2c3350).air(thickness + .16).shaded(0x98a0c4).lit(Math.max(lamps, .8));
            case SNOW ->
                grey(.3, 0xb9c6dc).air(thickness + .14).shaded(0xe4ebfa).lit(Math.max(lamps, .6));
            case FOG ->
                grey(.72, Hue.mix(haze, 0xd5dae2, .45))
                        .air(.97)
                        .shaded(0xdfe2ea)
                        .lit(Math.max(lamps, .6));
        };
    }

    /** Draws the sky and the haze towards one colour; it keeps some of the hour's own brightness. */
    private Light grey(double amount, int towards) {
        int mid = Hue.mix(towards, Hue.times(towards, Hue.lighter(sky.get(2), .3)), .75);
        var clouded = sky.stream().map(c -> Hue.mix(c, mid, amount)).toList();
        return new Light(
                clouded,
                ambient,
                Hue.mix(haze, mid, amount),
                thickness,
                Hue.mix(key, 0xdfe8ff, amount * .5),
                fill,
                lamps,
                dark,
                sun,
                sunX,
                sunY,
                threshold,
                bloom);
    }

    public Light air(double thickness) {
        return new Light(
                sky,
                ambient,
                haze,
                Math.min(.97, thickness),
                key,
                fill,
                lamps,
                dark,
                sun,
                sunX,
                sunY,
                threshold,
                bloom);
    }

    public Light lit(double lamps) {
        return new Light(sky, ambient, haze, thickness, key, fill, lamps, dark, sun, sunX, sunY, threshold, bloom);
    }

    /** Multiplies the light that falls on everything. */
    public Light shaded(int by) {
        return new Light(
                sky,
                Hue.times(ambient, by),
                haze,
                thickness,
                key,
                fill,
                lamps,
                dark,
                sun,
                sunX,
                sunY,
                threshold,
                bloom);
    }

    public Light sky(int top, int middle, int low, int horizon) {
        return new Light(
                List.of(top, middle, low, horizon),
                ambient,
                haze,
                thickness,
                key,
                fill,
                lamps,
                dark,
                sun,
                sunX,
                sunY,
                threshold,
                bloom);
    }

    public Light haze(int haze) {
        return new Light(sky, ambient, haze, thickness, key, fill, lamps, dark, sun, sunX, sunY, threshold, bloom);
    }

    public Light ambient(int ambient) {
        return new Light(sky, ambient, haze, thickness, key, fill, lamps, dark, sun, sunX, sunY, threshold, bloom);
    }

    public Light rims(int key, int fill) {
        return new Light(sky, ambient, haze, thickness, key, fill, lamps, dark, sun, sunX, sunY, threshold, bloom);
    }

    public Light silhouettes(double dark) {
        return new Light(sky, ambient, haze, thickness, key, fill, lamps, dark, sun, sunX, sunY, threshold, bloom);
    }

    public Light sunAt(double x, double y) {
        return new Light(sky, ambient, haze, thickness, key, fill, lamps, dark, sun, x, y, threshold, bloom);
    }

    public Light blooming(int threshold, double bloom) {
        return new Light(sky, ambient, haze, thickness, key, fill, lamps, dark, sun, sunX, sunY, threshold, bloom);
    }

    /** How a local colour looks at a depth, 1 being near: lit by the ambient light and faded into the haze. */
    public int on(int rgb, double depth) {
        double far = thickness * (1 - Math.exp(-Math.max(0, depth - .9) * .26 * (.4 + thickness)));
        return Hue.mix(Hue.times(rgb, ambient), haze, far);
    }

    /** How a figure's colour looks: as {@link #on}, but falling into silhouette against the light, the less the nearer it is (0 to 1). */
    public int onFigure(int rgb, double depth, double near) {
        double far = thickness * (1 - Math.exp(-Math.max(0, depth - .9) * .26 * (.4 + thickness)));
        int lit = Hue.mix(Hue.times(rgb, Hue.mix(ambient, 0xffffff, .26 + .3 * near)), haze, far);
        return Hue.mix(lit, Hue.mix(0x140c30, haze, .16), dark * (.42 - .27 * near));
    }
}
