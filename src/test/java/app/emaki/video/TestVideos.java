package app.emaki.video;

import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.media.MediaKey;
import app.emaki.platform.Ids;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** People and videos for tests, made through the doors; the files that the videos name do not exist. */
@Component
public class TestVideos {
    private final Accounts accounts;
    private final Videos videos;
    private final Ids ids;
    private final Clock clock;

    TestVideos(Accounts accounts, Videos videos, Ids ids, Clock clock) {
        this.accounts = accounts;
        this.videos = videos;
        this.ids = ids;
        this.clock = clock;
    }

    /** An active member with a handle of their own. */
    public Viewer member(String name) {
        var id = ids.next().toString().replace("-", "");
        var handle = name + id.substring(id.length() - 12);
        var account = accounts.register(handle, handle + "@example.org", "a long enough password");
        accounts.activate(account.id());
        return accounts.find(account.id()).orElseThrow();
    }

    /** A draft. */
    public UUID draft(Viewer author) {
        return draft(author, null);
    }

    /** A draft that continues another video. */
    public UUID draft(Viewer author, @Nullable UUID remixOf) {
        var id = ids.next();
        videos.add(new NewVideo(
                id,
                author.id(),
                "kamishibai-1",
                "a fox on a bridge in the rain",
                "en",
                key("film", id, "mp4"),
                key("clea", id, "mp4"),
                key("post", id, "jpg"),
                null,
                null,
                720,
                1280,
                5,
                true,
                0x24487a,
                42,
                null,
                remixOf));
        return id;
    }

    /** A video that is published. */
    public UUID published(Viewer author, Visibility visibility, String caption) {
        var id = draft(author);
        // where time stands still, films of one instant would stand in an order of chance
        if (clock instanceof TestClock.Settable standing) {
            standing.pass(Duration.ofMillis(1));
        }
        videos.publish(author, id, new Publication(caption, visibility, true));
        return id;
    }

    /** A key that tells what it stands for; nothing lies under it. */
    public static MediaKey key(String part, UUID id, String extension) {
        var digits = id.toString().replace("-", "");
        return new MediaKey(part + digits.substring(digits.length() - 20) + "." + extension);
    }
}
