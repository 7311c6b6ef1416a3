package app.emaki.cameo;

import java.time.Instant;
import java.util.UUID;

/** Words that somebody who is there now can copy or read aloud; good once, and not for long. */
record Challenge(UUID id, String words, Instant expiresAt) {}
