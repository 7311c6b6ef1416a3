package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.picture.stage.Cut;
import app.emaki.model.kamishibai.picture.stage.Hue;
import app.emaki.model.kamishibai.picture.stage.Ink;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;

/** Everything that can stand for itself, drawn one unit high with its foot at the origin. */
final class Wares {
    private final Ink ink;
    private final Moment now;

    Wares(Ink ink, Moment now) {
        this.ink = ink;
        this.now = now;
    }

    /** Its height against a grown woman's, as it stands on a stage by itself: small things are shown large. */
    static double tall(Prop prop) {
        return switch (prop) {
            case AIR_BALLOON -> 1.36;
            case ROCKET -> 1.12;
            case TREE -> 1.7;
            case TRAIN, BUS -> 1.25;
            case STALL -> 1.3;
            case PLANE -> .95;
            case CLOCK -> 1.15;
            case SUBMARINE -> .85;
            case CAR -> .85;
            case BOAT, DRUM, TENT, PIANO, TELEVISION, COMPUTER, SNOWMAN, MOTORCYCLE -> .8;
            case CHAIR, TABLE, CHESS, CAMPFIRE -> .58;
            case SKATEBOARD -> .2;
            default -> .72;
        };
    }

    /** Its breadth against its own height. */
    static double wide(Prop prop) {
        return switch (prop) {
            case TRAIN -> 4.2;
            case PLANE -> 2.9;
            case BUS, SUBMARINE, SKATEBOARD -> 2.6;
            case CAR, BOAT -> 2.4;
            case MOTORCYCLE, BICYCLE, TENT, TABLE, CHESS, BREAD, SHOE -> 1.9;
            case PIANO, COMPUTER, RAMEN -> 1.7;
            case PHONE, BOTTLE, ROCKET, MICROPHONE, CLOCK -> .7;
            default -> 1.2;
        };
    }

    /** Whether it hangs in the air rather than standing on the ground. */
    static boolean airborne(Prop prop) {
        return prop == Prop.PLANE || prop == Prop.AIR_BALLOON || prop == Prop.ROCKET;
    }

    void draw(Prop prop, int colour) {
        double t = now.clock();
        boolean moves = switch (now.action()) {
            case WALK, RUN, RIDE, FLY, SWIM, JUMP -> true;
            default -> false;
        };
        var furniture = new Furniture(ink, t);
        var food = new Food(ink, t);
        var trinkets = new Trinkets(ink, t);
        var vehicles = new Vehicles(ink, t, moves);
        switch (prop) {
            case CAMPFIRE -> furniture.campfire();
            case CLOCK -> furniture.clock(colour);
            case STALL -> furniture.stall(colour);
            case TABLE -> furniture.table();
            case CHAIR -> furniture.chair(colour);
            case CHESS -> furniture.chess();
            case PIANO -> furniture.piano(colour);
            case DRUM -> furniture.drum(colour);
            case COMPUTER -> furniture.computer();
            case TELEVISION -> furniture.television();
            case TENT -> furniture.tent(colour);
            case TREE -> furniture.tree(0x4f9a52);
            case BUS -> vehicles.bus(colour);
            case TRAIN -> vehicles.train(colour);
            case PLANE -> vehicles.plane(colour);
            case ROCKET -> vehicles.rocket(colour);
            case SUBMARINE -> vehicles.submarine(colour);
            case AIR_BALLOON -> vehicles.airBalloon(colour);
            case MOTORCYCLE -> vehicles.motorcycle(colour);
            case SKATEBOARD -> vehicles.skateboard(colour);
            case CAKE -> food.cake();
            case BREAD -> food.bread();
            case RAMEN -> food.ramen(colour);
            case ICE_CREAM -> food.iceCream();
            case APPLE -> food.apple(colour);
            case BURGER -> food.burger();
            case PIZZA -> food.pizza();
            case PUMPKIN -> food.pumpkin();
            case GIFT -> trinkets.gift(colour);
            case HEART -> trinkets.heart(colour);
            case STAR -> trinkets.star();
            case SNOWMAN -> trinkets.snowman();
            case BOTTLE -> trinkets.bottle(colour);
            case SHOE -> trinkets.shoe(colour);
            case PHONE -> trinkets.phone();
            case CAMERA -> trinkets.camera();
            case MICROPHONE -> trinkets.microphone();
            default -> held(prop, colour);
        }
    }

    /** Things that are made for a hand, shown large. */
    private void held(Prop prop, int colour) {
        var things = new Things(ink, now);
        switch (prop) {
            case UMBRELLA -> things.umbrella(0, -.18, .52, colour, .05 * Math.sin(now.clock()));
            case KATANA -> things.katana(-.1, -.12, -1.25, .85, Poses.frac(now.clock() / 2.5) * 1.4 - .2);
            case LANTERN -> things.lantern(0, -1, .3, .06 * Math.sin(now.clock() * 2));
            case BOOK -> things.book(0, -.45, .42, colour, now.clock());
            case GUITAR -> ink.within(0, -.42, -1.2, .72, .72, () -> things.guitar(0, 0, 1, 0, 0xc07a34));
            case BALL -> things.ball(0, -.3 - .35 * Math.abs(Math.sin(now.clock() * 2.6)), .3, colour, now.clock());
            case BICYCLE -> things.bicycle(0, 0, .95, colour);
            case CAR -> {
                things.car(0, 0, 1.6, colour, true);
                things.car(0, 0, 1.6, colour, false);
            }
            case BOAT -> {
                things.boat(0, -.05, 1.25, 0x8a5a34, true);
                ink.fill(Cut.box(-.03, -1.15, .05, .95), 0x5a3c28);
                ink.fill(Cut.blob(.04, -1.1, .5, -.7, .72, -.36, .04, -.34), 0xfff4e2);
                things.boat(0, -.05, 1.25, 0x8a5a34, false);
            }
            case KITE -> things.kite(0, -.75, .34, colour, 0xfff0d8, -.4, 0);
            case CUP -> things.cup(0, -.3, .38, colour, 0);
            case BALLOON -> things.balloon(.03 * Math.sin(now.clock()), -.72, .3, colour, 0, 0);
            case FLOWER -> things.flower(0, -.1, .34, colour);
            default -> hat(colour);
        }
    }

    private void hat(int colour) {
        ink.fade(Cut.oval(0, -.16, .72, .16), Hue.lighter(0xe2c080, .1), 0xb8904c);
        ink.fade(Cut.blob(-.4, -.18, -.38, -.5, -.2, -.68, .2, -.68, .38, -.5, .4, -.18, 0, -.1), 0xf0d49a, 0xc49c58);
        ink.fill(Cut.blob(-.41, -.2, -.4, -.32, 0, -.24, .4, -.32, .41, -.2, 0, -.1), colour);
    }
}
