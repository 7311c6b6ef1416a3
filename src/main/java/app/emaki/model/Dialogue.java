package app.emaki.model;

import app.emaki.model.kamishibai.Kamishibai;
import app.emaki.model.kamishibai.plan.Script;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said in a film by its prompt, for models that send no captions along. */
public final class Dialogue {
    private static final Logger log = LoggerFactory.getLogger(Dialogue.class);

    private Dialogue() {}

    /**
     * The spoken lines as WebVTT: at their moments where the prompt gives any, within their shots where those have a length, and
     * else spread over the film.
     *
     * @param script the prompt taken apart, as in {@link RenderRequest#script()}
     * @return empty when nothing is said
     */
    public static Optional<String> captions(String prompt, @Nullable String script, int seconds) {
        try {
            return Optional.ofNullable(Kamishibai.captions(read(prompt, script), seconds));
        } catch (RuntimeException e) {
            // a film without captions is better than none
            log.warn("No captions could be taken from a prompt: {}", e.toString());
            return Optional.empty();
        }
    }

    private static Script read(String prompt, @Nullable String script) {
        try {
            return script == null ? Script.of(prompt) : Script.parse(script);
        } catch (IllegalArgumentException e) {
            return Script.of(prompt);
        }
    }
}
