package app.emaki.model.kamishibai.picture.stage;

/**
 * A floor that mirrors what stands on it.
 *
 * @param amount how strongly, 0 to 1
 * @param patches 1 for puddles on a rough ground, 0 for one sheet of water
 * @param ripple how restless it is, 1 for a street in rain
 * @param tint colour that the mirrored world takes on
 * @param near nearest and {@code far} farthest depth that is wet
 */
public record Wet(double amount, double patches, double ripple, int tint, double near, double far) {

    public static Wet street() {
        return new Wet(.92, 1, 1, 0x8f8fb0, 0, 99);
    }

    public static Wet water(double ripple, int tint) {
        return new Wet(.8, 0, ripple, tint, 0, 99);
    }

    public Wet between(double near, double far) {
        return new Wet(amount, patches, ripple, tint, near, far);
    }

    public Wet amount(double amount) {
        return new Wet(amount, patches, ripple, tint, near, far);
    }
}
