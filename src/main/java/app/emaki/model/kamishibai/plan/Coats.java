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
            case HORSE -> new int[] {0x8A5A3C, 0x2E1C18, 0xC8403A};
            case RABBIT -> new int[] {0xEDE4D8, 0xFFFAF2, 0xE59AB0};
            case COW -> new int[] {0xF3EFE6, 0x2E2A30, 0xE59AB0};
            case SHEEP -> new int[] {0xF6F0E4, 0x4A4048, 0xC8403A};
            case PIG -> new int[] {0xEFA7A4, 0xF8CFC8, 0xC8403A};
            case ELEPHANT -> new int[] {0x8C93A0, 0xB4BAC4, 0xD9A441};
            case LION -> new int[] {0xD9A55A, 0xF6E3B8, 0x8A4A22};
            case TIGER -> new int[] {0xE6872F, 0xFFF2DC, 0x2A1C1A};
            case PANDA -> new int[] {0xF6F2EA, 0x25222B, 0x4F8A5B};
            case MONKEY -> new int[] {0x8A6040, 0xE8C49A, 0xC8403A};
            case MOUSE -> new int[] {0xA8A4AC, 0xE6E0DE, 0xE59AB0};
            case PENGUIN -> new int[] {0x2B3142, 0xFBF7EE, 0xF0A030};
            case BUTTERFLY -> new int[] {0xF08A3C, 0xFFE1A0, 0x2A2030};
            case TURTLE -> new int[] {0x5F9A62, 0xC7B779, 0x3F6C4A};
            case JELLYFISH -> new int[] {0xF2B6E0, 0xFFF0FA, 0x9F8CF0};
            case OCTOPUS -> new int[] {0xD9573F, 0xFFD9C4, 0x7A2A2A};
            case SHARK -> new int[] {0x6F8598, 0xE9EEF0, 0x2B3644};
            case DOLPHIN -> new int[] {0x5E8DB4, 0xEAF2F6, 0x35536E};
            case ROBOT -> new int[] {0x8FA3AD, 0x37424C, 0xE2B93B};
            default -> new int[] {0xEDEBF2, 0xB9C7D9, 0x7FB2D9};
        };
    }

    /** Whether the words gave it another main colour than its own. */
    public static boolean named(Role role) {
        return !role.colours().isEmpty() && role.colours().getFirst() != of(role.figure())[0];
    }
}
