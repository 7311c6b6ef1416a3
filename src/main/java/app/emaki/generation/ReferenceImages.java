package app.emaki.generation;

import app.emaki.account.Viewer;
import app.emaki.cameo.FaceFinder;
import app.emaki.generation.FaceDeclaration.Said;
import app.emaki.generation.ImageRefused.Reason;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.model.Aspect;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.platform.web.Outbound;
import app.emaki.platform.web.OutboundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The door through which pictures come in that a film starts from or keeps to. Whatever comes is taken for nothing but bytes:
 * its kind is read from them, its size is looked at before its pixels, and what is kept is a new JPEG of the pixels alone. A
 * picture that no order uses and nobody {@linkplain PictureHolder holds} is swept after a day.
 */
@Component
public class ReferenceImages {
    /** Most bytes of a picture as it comes. */
    public static final int MOST_BYTES = 20_000_000;

    /** Most pixels of a picture as it comes. */
    public static final long MOST_PIXELS = 50_000_000;

    private static final int LONGEST_SIDE = 2048;
    private static final int LOOKING_SIDE = 480;
    private static final Duration KEPT_AFTER_USE = Duration.ofDays(30);

    /** Faces that came with an order are looked for among the films of so many days. */
    private static final Duration RECENT = Duration.ofDays(3);

    private static final Duration FETCH_TIME = Duration.ofSeconds(20);
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(120, Duration.ofHours(1));
    /** Older than a moment, and in no order that runs or ended after another one. */
    private static final String UNORDERED = """
            select r.key from reference_image r
            where r.created_at <= :before and not exists (
              select 1 from generation g
              where g.account_id = r.account_id and (g.finished_at is null or g.finished_at > :ended)
                and exists (select 1 from unnest(g.refs) ref where ref like '%:' || r.key))""";

    private static final Pattern DATA_URL =
            Pattern.compile("data:image/[a-z0-9.+-]+(?:;[^;,]*)*?;base64,(.*)", Pattern.DOTALL);

    private final MediaStore store;
    private final Outbound outbound;
    private final RateLimits limits;
    private final FaceFinder faces;
    private final ObjectProvider<PictureHolder> holders;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Path work;
    /** Pixels take room; more than two pictures at a time would make the films wait. */
    private final Semaphore desk = new Semaphore(2);

    ReferenceImages(
            MediaStore store,
            Outbound outbound,
            RateLimits limits,
            FaceFinder faces,
            ObjectProvider<PictureHolder> holders,
            JdbcClient jdbc,
            Clock clock,
            @Value("${emaki.data}") Path data) {
        this.store = store;
        this.outbound = outbound;
        this.limits = limits;
        this.faces = faces;
        this.holders = holders;
        this.jdbc = jdbc;
        this.clock = clock;
        this.work = data.resolve("work");
    }

    /**
     * Takes a picture that was sent.
     *
     * @param frame the size of the film when the picture becomes its first frame, so that no more of it is kept than is shown; null
     *     for the whole picture, at most 2048 pixels long. {@link Pictures} cuts to the film's size in any case
     * @throws ImageRefused when it is no picture that we take
     * @throws TooSoon after too many
     */
    public MediaKey take(Viewer owner, byte[] bytes, Aspect.@Nullable Size frame) {
        limits.take("picture:" + owner.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        return keep(owner, bytes, frame);
    }

    /**
     * Takes a picture by its address.
     *
     * @param address a data URL in base64, or an https address on the open internet, where no redirect is followed
     * @param frame as for {@link #take}
     * @throws ImageRefused when there is no picture that we take
     * @throws TooSoon after too many
     */
    public MediaKey fetch(Viewer owner, String address, Aspect.@Nullable Size frame) {
        limits.take("picture:" + owner.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        return keep(owner, address.startsWith("data:") ? decoded(address) : fetched(address), frame);
    }

    /** What was seen in a picture of the owner's, and said of it; empty for anybody else's, and for one that was swept. */
    public Optional<Seen> seen(Viewer owner, MediaKey key) {
        return find(owner, key.value())
                .map(own -> jdbc.sql(
                                "select coalesce(face, false) as face, agreed_at is not null as agreed from reference_image where key = ?")
                        .param(own.value())
                        .query(Seen.class)
                        .single());
    }

    /** Notes that a picture is somebody's face, by its sender's own word: one that is turned away is missed by those who look for faces. */
    public void isFace(Viewer owner, MediaKey key) {
        jdbc.sql("update reference_image set face = true where key = ? and account_id = ?")
                .params(key.value(), owner.id())
                .update();
    }

    /** Notes when the owner said that the face in a picture may be used, or that they say so no more. */
    public void agree(Viewer owner, MediaKey key, boolean agreed, Said said) {
        jdbc.sql("""
                        update reference_image set agreed_at = case when :agreed then cast(:now as timestamptz) end,
                            said = case when :agreed then :said end
                        where key = :key and account_id = :owner and face and (agreed_at is null) = :agreed""")
                .param("agreed", agreed)
                .param("now", Timestamp.from(clock.instant()))
                .param("said", said.name())
                .param("key", key.value())
                .param("owner", owner.id())
                .update();
    }

    /** The picture behind a key that a form carried along; empty for anybody else's, and for one that was swept. */
    public Optional<MediaKey> find(Viewer owner, String key) {
        return MediaKey.parse(key)
                .filter(it -> jdbc.sql("select 1 from reference_image where key = ? and account_id = ?")
                        .params(it.value(), owner.id())
                        .query(Integer.class)
                        .optional()
                        .isPresent())
                .filter(store::exists);
    }

    /** The JPEG behind a key; empty for anybody else's, and for one that was swept. */
    public Optional<byte[]> read(Viewer owner, MediaKey key) {
        return find(owner, key.value()).map(own -> {
            try {
                return Files.readAllBytes(store.path(own));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Tells what is on a picture from everything else; of one that is gone, its name. */
    String print(Viewer owner, MediaKey key) {
        return read(owner, key).map(it -> UUID.nameUUIDFromBytes(it).toString()).orElse(key.value());
    }

    /** Says that somebody holds a picture of the owner's from now on; another's stays as it is. */
    public void hold(Viewer owner, MediaKey key) {
        find(owner, key.value()).ifPresent(own -> store.keep(List.of(own)));
    }

    /** Throws away a picture of the owner's that nobody holds any more and no order may still ask for. */
    public void letGo(Viewer owner, MediaKey key) {
        if (find(owner, key.value()).isPresent()) {
            free(jdbc.sql(UNORDERED + " and r.key = :key")
                            .param("before", Timestamp.from(clock.instant()))
                            .param("ended", longAgo())
                            .param("key", key.value())
                            .query(String.class)
                            .list())
                    .forEach(this::delete);
        }
    }

    /** Says, in the transaction of the order, that its pictures are there to stay. */
    void hold(Viewer owner, List<Reference> references) {
        if (references.isEmpty()) {
            return;
        }
        var keys = references.stream()
                .map(it -> find(owner, it.key().value()).orElseThrow(() -> new ImageRefused(Reason.GONE)))
                .toList();
        store.keep(keys);
    }

    private MediaKey keep(Viewer owner, byte[] bytes, Aspect.@Nullable Size frame) {
        if (bytes.length > MOST_BYTES) {
            throw new ImageRefused(Reason.TOO_MANY_BYTES);
        }
        desk.acquireUninterruptibly();
        try {
            var read = Still.read(bytes, MOST_PIXELS);
            var still = frame == null ? read.within(LONGEST_SIDE) : read.covering(frame.width(), frame.height());
            return put(owner, still);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            desk.release();
        }
    }

    private MediaKey put(Viewer owner, Still still) throws IOException {
        Files.createDirectories(work);
        var file = Files.createTempFile(work, "picture", ".part");
        try {
            Files.write(file, still.jpeg());
            var key = store.put(file, "image/jpeg");
            jdbc.sql(
                            "insert into reference_image (key, account_id, width, height, face, created_at) values (?, ?, ?, ?, ?, ?)")
                    .params(
                            key.value(),
                            owner.id(),
                            still.width(),
                            still.height(),
                            showsFace(still),
                            Timestamp.from(clock.instant()))
                    .update();
            return key;
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** One that is turned away or far off is missed. */
    private boolean showsFace(Still still) {
        var small = still.within(LOOKING_SIDE);
        return !faces.find(small.grey(), small.width(), small.height()).isEmpty();
    }

    private static byte[] decoded(String dataUrl) {
        var match = DATA_URL.matcher(dataUrl);
        if (!match.matches()) {
            throw new ImageRefused(Reason.ADDRESS);
        }
        try {
            return Base64.getMimeDecoder().decode(match.group(1));
        } catch (IllegalArgumentException e) {
            throw new ImageRefused(Reason.BROKEN);
        }
    }

    private byte[] fetched(String address) {
        try {
            var answer = outbound.get(new URI(address.strip()), MOST_BYTES, FETCH_TIME);
            if (answer.status() != 200) {
                throw new ImageRefused(Reason.UNREACHABLE);
            }
            return answer.body();
        } catch (URISyntaxException e) {
            throw new ImageRefused(Reason.ADDRESS);
        } catch (OutboundException e) {
            throw new ImageRefused(
                    switch (e.reason()) {
                        case NOT_HTTPS -> Reason.ADDRESS;
                        case PRIVATE_ADDRESS -> Reason.PRIVATE_ADDRESS;
                        case TOO_LARGE -> Reason.TOO_MANY_BYTES;
                        case UNKNOWN_HOST, TIMED_OUT, UNREACHABLE -> Reason.UNREACHABLE;
                    });
        }
    }

    /** Whether a face was seen in a picture, or its sender called it one. */
    boolean showsFace(MediaKey key) {
        return jdbc.sql("select exists (select from reference_image where key = ? and face)")
                .param(key.value())
                .query(Boolean.class)
                .single();
    }

    /** Forgets pictures whose files were swept, and sweeps those whose last order ended long ago and that nobody holds. */
    void forget() {
        jdbc.sql("delete from reference_image r where not exists (select 1 from media_object m where m.key = r.key)")
                .update();
        var last = "";
        for (var page = after(last); !page.isEmpty(); page = after(last)) {
            last = page.getLast();
            free(page).forEach(this::delete);
        }
        forgetPortraits();
    }

    /** A face that was sent along is there for its film alone: it goes as soon as every film that it came for has ended. */
    void forgetPortraits() {
        jdbc.sql("""
                        select distinct substr(ref, 11) from generation g, unnest(g.refs) ref
                        where g.finished_at > :since and ref like 'CHARACTER:%'
                          and exists (select 1 from reference_image r where r.key = substr(ref, 11))
                          and not exists (
                            select 1 from generation other
                            where other.account_id = g.account_id and other.finished_at is null and ref = any(other.refs))""")
                .param("since", Timestamp.from(clock.instant().minus(RECENT)))
                .query(String.class)
                .list()
                .forEach(this::delete);
    }

    private List<String> after(String key) {
        return jdbc.sql(UNORDERED + " and r.key > :key order by r.key limit 500")
                .param("before", longAgo())
                .param("ended", longAgo())
                .param("key", key)
                .query(String.class)
                .list();
    }

    private List<String> free(List<String> keys) {
        var held =
                holders.stream().flatMap(holder -> holder.held(keys).stream()).collect(Collectors.toSet());
        return keys.stream().filter(key -> !held.contains(key)).toList();
    }

    private void delete(String key) {
        store.delete(new MediaKey(key));
        jdbc.sql("delete from reference_image where key = ?").param(key).update();
    }

    private Timestamp longAgo() {
        return Timestamp.from(clock.instant().minus(KEPT_AFTER_USE));
    }

    /**
     * What there is to know of a picture.
     *
     * @param face whether a face was seen in it
     * @param agreed whether its sender said that it may be used
     */
    public record Seen(boolean face, boolean agreed) {

        /** Whether it may not go into a film yet. */
        public boolean unspoken() {
            return face && !agreed;
        }
    }
}
