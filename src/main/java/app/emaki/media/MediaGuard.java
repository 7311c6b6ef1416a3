package app.emaki.media;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rules, in a module that owns files, on who may read them. A key that no guard allows, or that one denies, is not found. */
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
