package app.emaki.odai;

import app.emaki.platform.PublicId;
import java.time.Instant;
import java.util.UUID;

/** A theme, and when films for it are taken and voted on. */
record Odai(UUID id, String title, String words, String tag, Instant beginsAt, Instant endsAt) {

    public String publicId() {
        return PublicId.of(id);
    }

    boolean open(Instant now) {
        return !now.isBefore(beginsAt) && now.isBefore(endsAt);
    }
}
