package app.emaki.model.kamishibai.sound;

import app.emaki.model.kamishibai.plan.StoryPlan.Setting;

/** How a place answers: how much of it is heard, and how much of that comes from afar. Both 0 to 1. */
record Room(double level, double distance) {

    static Room of(Setting setting) {
        return switch (setting) {
            case ROOM, OFFICE, STUDIO -> new Room(.35, .05);
            case CLASSROOM, CAFE, KITCHEN, TRAIN_INSIDE -> new Room(.45, .15);
            case LIBRARY, STATION, STAGE -> new Room(.55, .5);
            case LANE, NEON_STREET, CROSSING -> new Room(.35, .35);
            case FIELD, ROOFTOP, RIVER, BEACH, SEA, DESERT, SNOW_VILLAGE, TRAIN_OUTSIDE -> new Room(.18, .6);
            case FOREST, BAMBOO, SHRINE, PARK -> new Room(.35, .7);
            case MOUNTAINS, SKY -> new Room(.4, 1);
            case CASTLE -> new Room(.5, .8);
            case SPACE, UNDERWATER -> new Room(.8, 1);
        };
    }
}
