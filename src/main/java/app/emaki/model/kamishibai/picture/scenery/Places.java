package app.emaki.model.kamishibai.picture.scenery;

import app.emaki.model.kamishibai.plan.StoryPlan.Setting;

/** Finds the place for a setting. */
public final class Places {

    private Places() {}

    public static Place of(Setting setting) {
        return switch (setting) {
            case NEON_STREET -> new NeonStreet();
            case LANE -> new Lane();
            case CROSSING -> new Crossing();
            case STATION -> new Station();
            case TRAIN_OUTSIDE -> new TrainOutside();
            case TRAIN_INSIDE -> new TrainInside();
            case CLASSROOM -> new Classroom();
            case CAFE -> new Cafe();
            case KITCHEN -> new Kitchen();
            case ROOM -> new Chamber();
            case OFFICE -> new Office();
            case LIBRARY -> new Library();
            case SHRINE -> new Shrine();
            case BEACH -> new Beach();
            case SEA -> new Sea();
            case RIVER -> new River();
            case FOREST -> new Forest();
            case BAMBOO -> new Bamboo();
            case MOUNTAINS -> new Mountains();
            case DESERT -> new Desert();
            case SNOW_VILLAGE -> new SnowVillage();
            case ROOFTOP -> new Rooftop();
            case CASTLE -> new Castle();
            case SPACE -> new Space();
            case UNDERWATER -> new Underwater();
            case SKY -> new Heaven();
            case PARK -> new Park();
            case FIELD -> new Field();
            case STAGE -> new ConcertStage();
            case STUDIO -> new Studio();
        };
    }
}
