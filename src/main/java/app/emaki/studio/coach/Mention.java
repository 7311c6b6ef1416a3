package app.emaki.studio.coach;

import app.emaki.studio.prompt.Part;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Something that one part may mention. */
record Mention(Part part, Expressions expressions) {

    @JsonCreator
    static Mention of(
            @JsonProperty("part") Part part,
            @JsonProperty("en") @Nullable String en,
            @JsonProperty("ja") @Nullable String ja) {
        return new Mention(part, Expressions.of(en, ja));
    }
}
