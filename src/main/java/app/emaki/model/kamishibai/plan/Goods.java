package app.emaki.model.kamishibai.plan;

import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import org.jspecify.annotations.Nullable;

/** What is known about things: which of them stand for themselves, which are held, eaten or ridden. */
public final class Goods {
    private Goods() {}

    /** Stands there by itself, whoever else is in the picture. */
    public static boolean standing(Prop prop) {
        return switch (prop) {
            case CAMPFIRE,
                    CLOCK,
                    STALL,
                    TREE,
                    BUS,
                    TRAIN,
                    PLANE,
                    ROCKET,
                    SUBMARINE,
                    AIR_BALLOON,
                    TELEVISION,
                    SNOWMAN,
                    TENT -> true;
            default -> false;
        };
    }

    /** Can be shown by itself, so that nobody has to be invented to hold it. */
    static boolean showable(Prop prop) {
        return switch (prop) {
            case UMBRELLA, KATANA, LANTERN, BOOK, GUITAR, BALL, BICYCLE, CAR, BOAT, KITE, CUP, BALLOON, HAT, FLOWER ->
                false;
            default -> true;
        };
    }

    /** Belongs to somebody's body or heart: with people about, nobody carries it around. */
    static boolean personal(Prop prop) {
        return prop == Prop.SHOE || prop == Prop.HEART || prop == Prop.STAR;
    }

    static boolean vehicle(Prop prop) {
        return switch (prop) {
            case BICYCLE, CAR, BOAT, MOTORCYCLE, SKATEBOARD -> true;
            default -> false;
        };
    }

    static boolean food(Prop prop) {
        return switch (prop) {
            case CAKE, BREAD, RAMEN, ICE_CREAM, APPLE, BURGER, PIZZA -> true;
            default -> false;
        };
    }

    /** Where a thing is at home, null when it is at home everywhere. */
    static @Nullable Setting home(Prop prop) {
        return switch (prop) {
            case CAMPFIRE, TENT -> Setting.FOREST;
            case STALL, BICYCLE, MOTORCYCLE -> Setting.LANE;
            case BUS, CAR -> Setting.NEON_STREET;
            case SNOWMAN -> Setting.SNOW_VILLAGE;
            case TREE -> Setting.FIELD;
            case PIANO, DRUM, MICROPHONE, GUITAR -> Setting.STAGE;
            case CHESS, TELEVISION, CLOCK, CHAIR, TRAIN -> Setting.ROOM;
            case BOTTLE, SHOE, PHONE, CAMERA, GIFT, HEART, STAR -> Setting.STUDIO;
            case COMPUTER -> Setting.OFFICE;
            case CAKE, BREAD, RAMEN, BURGER, PIZZA, CUP, TABLE -> Setting.CAFE;
            case ICE_CREAM, SKATEBOARD, BALL, BALLOON -> Setting.PARK;
            case APPLE -> Setting.KITCHEN;
            case PLANE, AIR_BALLOON -> Setting.SKY;
            case ROCKET -> Setting.SPACE;
            case SUBMARINE -> Setting.UNDERWATER;
            case BOAT -> Setting.SEA;
            case BOOK -> Setting.LIBRARY;
            default -> null;
        };
    }
}
