package app.emaki.media;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of a stored file: random, unguessable, with the extension of its kind, for instance {@code Hq3…x.mp4}. */
public record MediaKey(String value) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{16,64}\\.[a-z0-9]{2,5}");
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 18;

    public MediaKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a media key");
        }
    }

    /** A new key that nobody can guess. */
    public static MediaKey random(String extension) {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new MediaKey(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + "." + extension);
    }

    /** The key that a part of an address stands for; empty for anything that is none. */
    public static Optional<MediaKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new MediaKey(text)) : Optional.empty();
    }

    /** Where browsers find the file. */
    public String address() {
        return "/media/" + value;
    }

    @Override
    public String toString() {
        return value;
    }
}
