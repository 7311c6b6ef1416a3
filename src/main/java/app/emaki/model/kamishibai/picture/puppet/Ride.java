package app.emaki.model.kamishibai.picture.puppet;

import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import java.util.List;

/** On what somebody rides, as far as their limbs are concerned. */
enum Ride {
    CYCLE,
    ASTRIDE,
    SEAT,
    ROW,
    BOARD;

    static Ride of(List<Prop> props, boolean carried) {
        if (props.contains(Prop.BICYCLE)) {
            return CYCLE;
        }
        if (props.contains(Prop.CAR)) {
            return SEAT;
        }
        if (props.contains(Prop.BOAT)) {
            return ROW;
        }
        if (props.contains(Prop.SKATEBOARD)) {
            return BOARD;
        }
        return carried || props.contains(Prop.MOTORCYCLE) ? ASTRIDE : CYCLE;
    }
}
