package app.emaki.model;

/**
 * A model that users may choose.
 *
 * @param id stands in requests and metadata, for instance {@code kamishibai-1}
 * @param name as shown, not translated
 * @param backend which runs it
 * @param creditsPerFiveSeconds price of each begun five seconds up to 720 lines
 * @param secondsPerSecond how long a second of film at 720 lines takes to make, a guess until the first renders tell better
 */
public record ModelOffer(
        String id,
        String name,
        String backend,
        Capabilities capabilities,
        int creditsPerFiveSeconds,
        double secondsPerSecond) {}
