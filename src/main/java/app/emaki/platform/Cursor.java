package app.emaki.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** A place in a list that is ordered by time and id, newest first; what comes next is strictly before it. */
public record Cursor(Instant at, UUID id) {

    /** The cursor as it stands in an address. */
    public String encode() {
        var text = at.getEpochSecond() + "." + at.getNano() + "." + PublicId.of(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Reads what {@link #encode()} wrote; empty for anything else, which then means the first page. */
    public static Optional<Cursor> parse(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII).split("\\.", -1);
            if (parts.length != 3) {
                return Optional.empty();
            }
            var at = Instant.ofEpochSecond(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
            return PublicId.parse(parts[2]).map(id -> new Cursor(at, id));
        } catch (IllegalArgumentException | java.time.DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }
}
