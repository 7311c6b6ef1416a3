package app.emaki.archive;

import app.emaki.account.Accounts;
import app.emaki.account.Instances;
import app.emaki.account.Viewer;
import app.emaki.cameo.ConsentMissing;
import app.emaki.generation.FaceDeclaration.Said;
import app.emaki.generation.FaceDeclarations;
import app.emaki.generation.FilmFaces;
import app.emaki.media.BadResult;
import app.emaki.media.Mastered;
import app.emaki.media.Mastering;
import app.emaki.media.MasteringOrder;
import app.emaki.media.MediaStore;
import app.emaki.platform.Ids;
import app.emaki.video.Arrivals;
import app.emaki.video.NewVideo;
import app.emaki.video.Videos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings one film in as a private draft: probed, mastered and marked like every film that is made here. */
@Component
class FilmImport {
    /** Stands in place of a model on films that were made elsewhere. */
    static final String MODEL = "imported";

    private static final Logger log = LoggerFactory.getLogger(FilmImport.class);
    private static final int LONGEST_CAPTIONS = 100_000;

    private final JdbcClient jdbc;
    private final Videos videos;
    private final Arrivals arrivals;
    private final Mastering mastering;
    private final FilmFaces faces;
    private final FaceDeclarations declarations;
    private final MediaStore store;
    private final Accounts accounts;
    private final Instances instances;
    private final ArchiveSettings settings;
    private final TransactionTemplate transaction;
    private final Path folder;
    private final Ids ids;

    FilmImport(
            JdbcClient jdbc,
            Videos videos,
            Arrivals arrivals,
            Mastering mastering,
            FilmFaces faces,
            FaceDeclarations declarations,
            MediaStore store,
            Accounts accounts,
            Instances instances,
            ArchiveSettings settings,
            TransactionTemplate transaction,
            @Value("${emaki.data}") Path folder,
            Ids ids) {
        this.jdbc = jdbc;
        this.videos = videos;
        this.arrivals = arrivals;
        this.mastering = mastering;
        this.faces = faces;
        this.declarations = declarations;
        this.store = store;
        this.accounts = accounts;
        this.instances = instances;
        this.settings = settings;
        this.transaction = transaction;
        this.folder = folder.resolve("imports").toAbsolutePath();
        this.ids = ids;
    }

    Taken take(UUID account, boolean agreed, Parcel zip, Found found) throws IOException {
        if (video(account, found.origin()).isPresent()) {
            return Taken.KNOWN;
        }
        var owner = accounts.find(account).filter(viewer -> viewer.active());
        if (owner.isEmpty()) {
            return Taken.REFUSED;
        }
        var id = ids.next();
        var source = folder.resolve(id + ".film");
        try {
            zip.unpack(found.film(), source);
            var film = mastering.master(
                    source,
                    MasteringOrder.asFound(
                            owner.get().handle(),
                            instances.current().name(),
                            MODEL,
                            id,
                            captions(zip, found),
                            settings.longestSeconds()));
            boolean face = faces.in(film);
            if (face && !agreed) {
                film.keys().forEach(store::delete);
                return Taken.FACE;
            }
            return added(owner.get(), id, found, film, face, source);
        } catch (BadResult e) {
            log.info("An imported film was refused: {}", e.getMessage());
            return Taken.REFUSED;
        } finally {
            Files.deleteIfExists(source);
        }
    }

    private Taken added(Viewer owner, UUID id, Found found, Mastered film, boolean face, Path source) {
        try {
            transaction.executeWithoutResult(status -> add(owner, id, found, film, face, source));
            return Taken.TAKEN;
        } catch (ConsentMissing e) {
            film.keys().forEach(store::delete);
            return Taken.CONSENT;
        }
    }

    private void add(Viewer owner, UUID id, Found found, Mastered film, boolean face, Path source) {
        var account = owner.id();
        var from = found.from();
        var parent = from == null ? null : video(account, from).orElse(null);
        store.keep(film.keys());
        arrivals.add(
                owner,
                new NewVideo(
                        id,
                        account,
                        MODEL,
                        found.prompt(),
                        found.language(),
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
                        found.seed(),
                        null,
                        parent),
                source,
                found.here().stream().toList());
        if (face) {
            declarations.ofFilm(account, id, Said.PAGE);
        }
        videos.note(account, id, found.caption());
        jdbc.sql("insert into imported_video (account_id, origin, video_id, detail) values (?, ?, ?, ?)")
                .params(account, found.origin(), id, found.detail())
                .update();
    }

    private Optional<UUID> video(UUID account, String origin) {
        return jdbc.sql("select video_id from imported_video where account_id = ? and origin = ?")
                .params(account, origin)
                .query(UUID.class)
                .optional();
    }

    private static @Nullable String captions(Parcel zip, Found found) throws IOException {
        var entry = found.captions();
        return entry == null
                ? null
                : zip.text(entry)
                        .filter(vtt -> vtt.startsWith("WEBVTT") && vtt.length() <= LONGEST_CAPTIONS)
                        .orElse(null);
    }

    enum Taken {
        TAKEN,
        /** Somebody is seen in it, and nobody said that they agree. */
        FACE,
        /** It is a copy of a film from here, and somebody in that one does not want to be seen. */
        CONSENT,
        KNOWN,
        REFUSED
    }
}
