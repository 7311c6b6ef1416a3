package app.emaki.generation;

import app.emaki.account.Instances;
import app.emaki.account.Viewer;
import app.emaki.cameo.ConsentMissing;
import app.emaki.cameo.FaceFinder;
import app.emaki.generation.FaceDeclaration.Said;
import app.emaki.generation.FilmRefused.Reason;
import app.emaki.media.BadResult;
import app.emaki.media.Mastered;
import app.emaki.media.Mastering;
import app.emaki.media.MasteringOrder;
import app.emaki.media.MediaStore;
import app.emaki.media.Splicing;
import app.emaki.media.Splicing.FreshFilm;
import app.emaki.platform.Ids;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.video.Arrivals;
import app.emaki.video.NewVideo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The door through which films come in that another one starts from. Whatever comes is taken for nothing but bytes: a process of
 * its own looks at it, every picture and every sound is written anew, and what is kept is a private draft of its sender's, marked
 * like every film here. Faces are looked for; where there are any, the sender must say that they may be used.
 */
@Component
public class SentFilms {
    /** Most bytes of a film as it comes. */
    public static final int MOST_BYTES = 20_000_000;

    /** Most seconds of a film as it comes. */
    public static final int LONGEST_SECONDS = 60;

    /** Stands in place of a model on films that were made elsewhere. */
    public static final String MODEL = "imported";

    private static final int LOOKS = 8;
    private static final int LOOKING_SIDE = 480;
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(30, Duration.ofHours(1));
    private static final Duration PATIENCE = Duration.ofSeconds(45);
    private static final Logger log = LoggerFactory.getLogger(SentFilms.class);

    private final Splicing splicing;
    private final Mastering mastering;
    private final MediaStore store;
    private final Arrivals arrivals;
    private final FaceFinder faces;
    private final FaceDeclarations declarations;
    private final Instances instances;
    private final RateLimits limits;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;
    private final Path work;
    /** Films in the making go first; one sent film at a time is enough beside them. */
    private final Semaphore desk = new Semaphore(1, true);

    SentFilms(
            Splicing splicing,
            Mastering mastering,
            MediaStore store,
            Arrivals arrivals,
            FaceFinder faces,
            FaceDeclarations declarations,
            Instances instances,
            RateLimits limits,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock,
            @Value("${emaki.data}") Path data) {
        this.splicing = splicing;
        this.mastering = mastering;
        this.store = store;
        this.arrivals = arrivals;
        this.faces = faces;
        this.declarations = declarations;
        this.instances = instances;
        this.limits = limits;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
        this.work = data.resolve("work").toAbsolutePath();
    }

    /** Whether bytes begin as an MP4 file does. */
    public static boolean film(byte[] bytes) {
        return bytes.length > 12 && bytes[4] == 'f' && bytes[5] == 't' && bytes[6] == 'y' && bytes[7] == 'p';
    }

    /**
     * Takes a film and keeps it as a private draft; the same one sent again is the same draft.
     *
     * @param agreed whether the sender says that the faces in it may be used: their own, or those of people who agreed
     * @return the id of the draft
     * @throws FilmRefused when it is no film that we take
     * @throws TooSoon after too many
     */
    public UUID take(Viewer owner, byte[] bytes, boolean agreed) {
        var hash = hash(bytes);
        return atDesk(owner, bytes, file -> {
            var known = known(owner, hash, agreed);
            if (known.isPresent()) {
                return known.get();
            }
            try (var film = read(file)) {
                boolean face = film.looks().stream().anyMatch(this::showsFace);
                if (face && !agreed) {
                    throw new FilmRefused(Reason.FACE);
                }
                return keep(owner, film, file, hash, face);
            }
        });
    }

    /**
     * Pictures out of a film, evenly; nothing of it is kept.
     *
     * @throws FilmRefused when it is no film that we take, shows a face, or is one of ours in which somebody else appears
     * @throws TooSoon after too many
     */
    public List<byte[]> look(Viewer owner, byte[] bytes) {
        return atDesk(owner, bytes, file -> {
            if (arrivals.showsAnother(owner, file)) {
                throw new FilmRefused(Reason.CONSENT);
            }
            try (var film = read(file)) {
                if (film.looks().stream().anyMatch(this::showsFace)) {
                    throw new FilmRefused(Reason.FACE);
                }
                return film.looks();
            }
        });
    }

    private <T> T atDesk(Viewer owner, byte[] bytes, Work<T> then) {
        if (bytes.length > MOST_BYTES) {
            throw new FilmRefused(Reason.TOO_MANY_BYTES);
        }
        if (!film(bytes)) {
            throw new FilmRefused(Reason.KIND);
        }
        limits.take("film:" + owner.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        acquire();
        try {
            Files.createDirectories(work);
            var file = Files.createTempFile(work, "sent-", ".part");
            try {
                return then.with(Files.write(file, bytes));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // the process that read it broke off, which is what it is there for
            log.warn("A film that was sent broke what reads it: {}", e.toString());
            throw new FilmRefused(Reason.BROKEN);
        } finally {
            desk.release();
        }
    }

    private void acquire() {
        try {
            if (!desk.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new FilmRefused(Reason.BUSY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FilmRefused(Reason.BUSY);
        }
    }

    private FreshFilm read(Path file) throws IOException {
        try {
            return splicing.anew(file, LONGEST_SECONDS, LOOKS);
        } catch (BadResult e) {
            log.info("A film that was sent is refused: {}", e.getMessage());
            throw new FilmRefused(reason(e.code()));
        }
    }

    private static Reason reason(String code) {
        return switch (code) {
            case "duration" -> Reason.TOO_LONG;
            case "size" -> Reason.SIZE;
            case "truncated", "damaged" -> Reason.BROKEN;
            default -> Reason.KIND;
        };
    }

    private boolean showsFace(byte[] jpeg) {
        var small = Still.read(jpeg, ReferenceImages.MOST_PIXELS).within(LOOKING_SIDE);
        return !faces.find(small.grey(), small.width(), small.height()).isEmpty();
    }

    private UUID keep(Viewer owner, FreshFilm film, Path file, String hash, boolean face) throws IOException {
        var id = ids.next();
        try {
            var mastered = mastering.master(
                    film.film(),
                    MasteringOrder.asFound(
                            owner.handle(), instances.current().name(), MODEL, id, null, LONGEST_SECONDS + 1));
            return added(owner, id, mastered, file, hash, face);
        } catch (BadResult e) {
            throw new FilmRefused(reason(e.code()));
        }
    }

    private UUID added(Viewer owner, UUID id, Mastered film, Path file, String hash, boolean face) {
        try {
            return Objects.requireNonNull(transaction.execute(status -> add(owner, id, film, file, hash, face)));
        } catch (ConsentMissing e) {
            film.keys().forEach(store::delete);
            throw new FilmRefused(Reason.CONSENT);
        }
    }

    /** The draft that was made; another one when another process took the same file and was faster. */
    private UUID add(Viewer owner, UUID id, Mastered film, Path file, String hash, boolean face) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param(owner.id() + hash)
                .query((row, n) -> n)
                .list();
        var faster = known(owner, hash, true);
        if (faster.isPresent()) {
            return faster.get();
        }
        arrivals.add(
                owner,
                new NewVideo(
                        id,
                        owner.id(),
                        MODEL,
                        "",
                        "en",
                        film.film(),
                        film.clean(),
                        film.poster(),
                        film.captions(),
                        film.strip(),
                        film.width(),
                        film.height(),
                        film.seconds(),
                        film.sound(),
                        film.placeholder(),
                        0,
                        null,
                        null),
                file,
                List.of());
        jdbc.sql("update sent_film set current = false where account_id = ? and hash = ? and current")
                .params(owner.id(), hash)
                .update();
        jdbc.sql("""
                        insert into sent_film (video_id, account_id, hash, face, agreed_at, created_at)
                        values (:id, :owner, :hash, :face, case when :face then cast(:now as timestamptz) end, :now)""")
                .param("id", id)
                .param("owner", owner.id())
                .param("hash", hash)
                .param("face", face)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (face) {
            declarations.ofFilm(owner.id(), id, Said.PROGRAM);
        }
        return id;
    }

    /** The draft of a film that was sent before; one with faces only for whoever says once more that they may be used. */
    private Optional<UUID> known(Viewer owner, String hash, boolean agreed) {
        return jdbc.sql("""
                        select s.video_id from sent_film s join video v on v.id = s.video_id
                        where s.account_id = ? and s.hash = ? and s.current and v.deleted_at is null and v.taken_down_at is null
                          and (not s.face or ?)
                        """).params(owner.id(), hash, agreed).query(UUID.class).optional();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Work<T> {
        T with(Path file) throws IOException;
    }
}
