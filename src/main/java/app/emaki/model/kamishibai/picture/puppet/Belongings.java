package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.plan.Goods;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How people have the things that can also stand for themselves: in the hand, before them, or behind them. */
final class Belongings {
    private Belongings() {}

    static boolean inHand(Prop prop) {
        return switch (prop) {
            case PHONE,
                    CAMERA,
                    MICROPHONE,
                    CAKE,
                    BREAD,
                    RAMEN,
                    ICE_CREAM,
                    APPLE,
                    BURGER,
                    PIZZA,
                    PUMPKIN,
                    GIFT,
                    HEART,
                    STAR,
                    BOTTLE,
                    SHOE -> true;
            default -> false;
        };
    }

    /** What they sit or work at. */
    static boolean before(Prop prop) {
        return switch (prop) {
            case TABLE, CHESS, PIANO, DRUM, COMPUTER, CAMPFIRE -> true;
            default -> false;
        };
    }

    static boolean behind(Prop prop) {
        return prop == Prop.CHAIR || Goods.standing(prop);
    }

    /** How far before their feet it stands, in their own heights. */
    static double aside(Prop prop) {
        return switch (prop) {
            case CHESS -> .3;
            case TABLE, COMPUTER, PIANO, DRUM, CAMPFIRE -> .5;
            case CHAIR -> -.32;
            case TREE -> -.7;
            default -> .75;
        };
    }

    /** How large it is in a hand, in their own heights; larger than life, or nobody would know it. */
    static double high(Prop prop) {
        return switch (prop) {
            case PHONE, MICROPHONE, ICE_CREAM, BOTTLE -> .17;
            case GIFT, CAKE -> .16;
            default -> .12;
        };
    }

    static @Nullable Prop eaten(List<Prop> props) {
        return props.stream()
                .filter(p -> switch (p) {
                    case CAKE, BREAD, ICE_CREAM, APPLE, BURGER, PIZZA -> true;
                    default -> false;
                })
                .findFirst()
                .orElse(null);
    }

    /** What they play on or with, other than a ball. */
    static @Nullable Prop played(List<Prop> props) {
        return props.stream()
                .filter(p -> switch (p) {
                    case GUITAR, PIANO, DRUM, CHESS, PHONE, COMPUTER, KITE, TELEVISION -> true;
                    default -> false;
                })
                .findFirst()
                .orElse(null);
    }
}
