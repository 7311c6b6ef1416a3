package app.emaki.cameo;

import app.emaki.account.Viewer;
import app.emaki.cameo.OwnCameos.HandleTaken;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** The door for programs that bring a pet, a thing or a drawing: a cameo without a challenge, for its owner alone. */
@Component
public class Characters {
    /** Longest name, in characters; that of the Videos protocol. */
    public static final int LONGEST_NAME = 80;

    private static final int LONGEST_STEM = 14;
    private static final int MARKS = 10_000;

    private final OwnCameos cameos;
    private final CameoQuery query;
    private final PortraitPress press;
    private final RandomGenerator random = new SecureRandom();

    Characters(OwnCameos cameos, CameoQuery query, PortraitPress press) {
        this.cameos = cameos;
        this.query = query;
        this.press = press;
    }

    /**
     * Makes a character, under a handle made of its name.
     *
     * @param picture a JPEG or PNG
     * @param language that the owner reads, for the consent that is kept with it
     * @throws CharacterRefused when the picture will not do, or shows somebody
     */
    public Known make(Viewer owner, String name, byte[] picture, String language) {
        try {
            var portrait = press.make(picture, null);
            if (portrait.finding().faces() > 0) {
                throw new CharacterRefused("face");
            }
            var terms = Terms.first(name, Look.of(Kind.CHARACTER).getFirst(), "");
            var id = cameos.make(owner, Kind.CHARACTER, handle(name), terms, null, language, portrait, null);
            return find(owner, id).orElseThrow();
        } catch (PortraitRefused | HandleTaken e) {
            throw new CharacterRefused(String.valueOf(e.getMessage()));
        }
    }

    /** A character of the owner's. */
    public Optional<Known> find(Viewer owner, UUID id) {
        return query.find(owner.id(), id)
                .filter(cameo -> cameo.own() && !cameo.facts().gone() && !cameo.person())
                .map(cameo -> new Known(cameo.id(), cameo.handle(), cameo.name(), cameo.createdAt()));
    }

    private String handle(String name) {
        var stem = Normalizer.normalize(name, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        var word = stem.isEmpty() ? "character" : stem.substring(0, Math.min(stem.length(), LONGEST_STEM));
        return "%s_%04d".formatted(word, random.nextInt(MARKS));
    }

    /** A character as programs know it. */
    public record Known(UUID id, String handle, String name, Instant createdAt) {}

    /** A character cannot be made; the reason is {@code face}, {@code format}, {@code large}, {@code small} or one about its handle. */
    public static class CharacterRefused extends RuntimeException {
        private static final long serialVersionUID = 1;

        CharacterRefused(String reason) {
            super(reason);
        }

        public String reason() {
            return String.valueOf(getMessage());
        }
    }
}
