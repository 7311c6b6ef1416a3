package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.plan.StoryPlan;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Story plans and orders as JSON. */
public final class Plans {
    static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Plans() {}

    public static String json(StoryPlan plan) {
        return JSON.writeValueAsString(plan);
    }

    /** @throws IllegalArgumentException when the JSON is no plan of a version that this build can draw */
    public static StoryPlan read(String json) {
        try {
            StoryPlan plan = JSON.readValue(json, StoryPlan.class);
            if (plan.version() != StoryPlan.VERSION) {
                throw new IllegalArgumentException(
                        "A story plan of version %d cannot be drawn; this build draws version %d"
                                .formatted(plan.version(), StoryPlan.VERSION));
            }
            return plan;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("This is no story plan: " + e.getOriginalMessage(), e);
        }
    }
}
