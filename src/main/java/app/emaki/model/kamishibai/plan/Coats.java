package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;

/** The colours that beasts and other things have by nature, as long as no words name one. */
public final class Coats {
    private Coats() {}

    /** Main, second and accent colour as 0xRRGGBB. */
    static int[] of(Figure figure) {
        return switch (figure) {
            case CAT -> new int[] {0x3A3540, 0xF2E6D0, 0xE2B93B};
            case DOG -> new int[] {0xC98A4B, 0xF4E7CF, 0xC8403A};
            case FOX -> new int[] {0xD0662F, 0xF6E8D2, 0x2B2630};
            case DEER -> new int[] {0x9A6B43, 0xEAD8B8, 0x5B3F2C};
            case BIRD -> new int[] {0xF3EFE6, 0x2F3A48, 0xC8403A};
            case FISH -> new int[] {0xE0653A, 0xF6EBD9, 0xD9A441};
            case WHALE -> new int[] {0x35536E, 0xDCE4E6, 0x8FB3C4};
            case DRAGON -> new int[] {0x2F7D6B, 0xE2C36B, 0xC8403A};
            case BEAR -> new int[] {0x5A4236, 0xD9BE98, 0x2B2630};
            case ROBOT -> new int[] {0x8FA3AD, 0x37424C, 0xE2B93B};
            default -> new int[] {0xEDEBF2, 0xB9C7D9, 0x7FB2D9};
        };
    }

    /** Whether the words gave it another main colour than its own. */
    public static boolean named(Role role) {
        return !role.colours().isEmpty() && role.colours().getFirst() != of(role.figure())[0];
    }
}
