package app.emaki.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rules, in a module that owns files, on who may read them. Each file has one owner: the first guard that knows a key decides, in
 * the order of {@link org.springframework.core.annotation.Order}, and a key that none knows is not found.
 */
public interface MediaGuard {

    /** May this account (null: nobody signed in) read the file? */
    Ruling mayRead(MediaKey key, @Nullable UUID viewer);

    /** What a guard says of a file; UNKNOWN of one that is not its own. */
    enum Ruling {
        ALLOW,
        DENY,
        UNKNOWN
    }
}
