package app.emaki.cameo;

import app.emaki.cameo.Standing.Facts;
import app.emaki.cameo.Standing.Grant;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A cameo as somebody sees it.
 *
 * @param handle by which prompts name it, without the mark
 * @param description in the owner's words, may be empty
 * @param asksEach whether each film waits for the owner's yes before it is shown
 * @param never words of the owner's own that keep it out of a prompt
 * @param barred whether a moderator closed it; then it is there for its owner to see, and for nobody to use
 * @param facts of whoever looks
 */
public record CameoView(
        UUID id,
        UUID owner,
        String ownerHandle,
        String ownerName,
        Kind kind,
        String handle,
        String name,
        Look look,
        String description,
        Level level,
        boolean asksEach,
        List<Restriction> restrictions,
        String never,
        @Nullable Instant endsAt,
        @Nullable String challenge,
        String consentVersion,
        Instant consentedAt,
        Instant createdAt,
        boolean barred,
        Facts facts) {

    public Standing standing() {
        return Standing.of(facts);
    }

    public boolean own() {
        return facts.own();
    }

    /** Whether the viewer's last request was granted, asked for or turned down. */
    public Grant grant() {
        return facts.grant();
    }

    public boolean person() {
        return kind == Kind.PERSON;
    }
}
