package app.emaki.model.kamishibai.picture;

import org.jspecify.annotations.Nullable;

/** When mouths are open. */
@FunctionalInterface
public interface SpeechTimes {

    /**
     * How far a mouth is open, 0 to 1.
     *
     * @param role who speaks, or null for the narrator
     * @param t seconds from the start of the film
     */
    double mouth(@Nullable String role, double t);

    /** Nobody says a word. */
    static SpeechTimes silent() {
        return (role, t) -> 0;
    }
}
