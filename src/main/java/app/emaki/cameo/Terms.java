package app.emaki.cameo;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an owner says about a cameo and who may use it. */
record Terms(
        String name,
        Look look,
        String description,
        Level level,
        boolean asksEach,
        List<Restriction> restrictions,
        String never,
        @Nullable Instant endsAt) {

    /** As every cameo begins: for its owner alone. */
    static Terms first(String name, Look look, String description) {
        return new Terms(name, look, description, Level.NOBODY, false, List.of(), "", null);
    }
}
