package app.emaki.video;

import app.emaki.media.MediaGuard;
import app.emaki.media.MediaKey;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A bound film is watched by whoever may watch every film in it, asked anew each time. */
@Component
class BranchMediaGuard implements MediaGuard {
    private final BranchQuery branches;

    BranchMediaGuard(BranchQuery branches) {
        this.branches = branches;
    }

    @Override
    public Ruling mayRead(MediaKey key, @Nullable UUID viewer) {
        return branches.watchesAll(key, viewer)
                .map(all -> all ? Ruling.ALLOW : Ruling.DENY)
                .orElse(Ruling.UNKNOWN);
    }
}
