package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.plan.Coats;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;

/** The colours of one beast: those of its kind, or the one that the words name. */
record Fur(int coat, int belly, int accent) {

    static Fur of(Role role, long key) {
        boolean named = Coats.named(role);
        int coat = named ? role.colours().getFirst() : own(role.figure(), key);
        int belly = named && role.figure() != Figure.PANDA && role.figure() != Figure.TIGER
                ? Hue.lighter(coat, .3)
                : belly(role.figure());
        return new Fur(coat, belly, role.colours().size() > 2 ? role.colours().get(2) : 0xd8402c);
    }

    private static int own(Figure figure, long key) {
        int pick = (int) (Math.abs(key) % 4);
        return switch (figure) {
            case CAT -> new int[] {0x2e2a38, 0xe8a050, 0xf2ece4, 0x8a8a94}[pick];
            case FOX -> 0xe87a30;
            case DEER -> 0xb8783f;
            case BEAR -> 0x6a4430;
            case PANDA -> 0xf6f2ea;
            case HORSE -> new int[] {0x8a5a3c, 0x6a4030, 0xa87848, 0x4a3430}[pick];
            case COW -> 0xf3efe6;
            case SHEEP -> 0xf8f2e6;
            case PIG -> 0xf0a8a6;
            case RABBIT -> new int[] {0xf4eee6, 0xb89878, 0xe8dccb, 0x9a8478}[pick];
            case MOUSE -> 0xa9a5b0;
            case MONKEY -> 0x8a6040;
            case ELEPHANT -> 0x8f97a6;
            case LION -> 0xdca85c;
            case TIGER -> 0xe8892f;
            default -> new int[] {0xd89a58, 0xe8c890, 0x8a5a3a, 0xf0e8dc}[pick];
        };
    }

    private static int belly(Figure figure) {
        return switch (figure) {
            case BEAR -> 0xa87850;
            case HORSE -> 0xa87a54;
            case PIG -> 0xf8cfc8;
            case MONKEY -> 0xe8c49a;
            case ELEPHANT -> 0xaab0bc;
            case LION -> 0xf6e3b8;
            default -> 0xfff4e4;
        };
    }
}
