package app.emaki.studio.coach;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Expressions as the rules write them. */
record Said(Expressions expressions) {

    @JsonCreator
    static Said of(@JsonProperty("en") @Nullable String en, @JsonProperty("ja") @Nullable String ja) {
        return new Said(Expressions.of(en, ja));
    }
}
