package app.emaki.model.kamishibai.picture.stage;

/**
 * Where the camera is at one moment: moved sideways and up at depth 1, forward by {@code dolly}, the whole picture shifted by
 * hand or tilt, its focus between 0 (far) and 1 (near), all on top of a lens.
 */
public record View(
        Lens lens, double x, double y, double dolly, double zoom, double shiftX, double shiftY, double focus) {

    /** How much larger a thing at depth {@code z} is than the sheet it was painted on. */
    public double grow(double z) {
        return zoom * z / Math.max(z * .3, z - dolly);
    }

    /** Picture x of a point painted at {@code px} on a sheet at depth z. */
    public double toX(double px, double z) {
        return lens.half() + shiftX + lens.zoom() * (px - x / z) * grow(z);
    }

    public double toY(double py, double z) {
        return lens.horizon() + shiftY + lens.zoom() * (py - y / z) * grow(z);
    }

    /** Picture y of the ground at a depth. */
    public double footY(double z) {
        return toY(lens.ground(z), z);
    }

    /** Design units in the picture per painted unit at depth z. */
    public double scale(double z) {
        return lens.zoom() * grow(z);
    }
}
