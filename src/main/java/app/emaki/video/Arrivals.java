package app.emaki.video;

import app.emaki.account.Viewer;
import app.emaki.cameo.Cameos;
import app.emaki.cameo.CarriedConsent;
import app.emaki.cameo.ConsentMissing;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.media.Provenance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for films that come from elsewhere. Where one is a copy of a film from here, the likenesses in it and what their
 * people said come with it: nobody gets around a no by taking a film out and bringing it in again.
 */
@Component
@Transactional
public class Arrivals {
    private final Videos videos;
    private final FilmLooks looks;
    private final Cameos cameos;
    private final CarriedConsent consent;
    private final VideoTally tally;
    private final MediaStore store;
    private final JdbcClient jdbc;

    Arrivals(
            Videos videos,
            FilmLooks looks,
            Cameos cameos,
            CarriedConsent consent,
            VideoTally tally,
            MediaStore store,
            JdbcClient jdbc) {
        this.videos = videos;
        this.looks = looks;
        this.cameos = cameos;
        this.consent = consent;
        this.tally = tally;
        this.store = store;
        this.jdbc = jdbc;
    }

    /**
     * Keeps a film as a draft of its author.
     *
     * @param file as it came
     * @param told the films that it was said to be
     * @throws ConsentMissing when it is a copy of a film in which somebody does not want to be seen; the transaction is lost then
     */
    public void add(Viewer author, NewVideo fresh, Path file, Collection<UUID> told) {
        videos.add(fresh);
        consent.carry(author, fresh.id(), fresh.prompt(), originals(fresh.id(), file, told));
        if (cameos.in(fresh.id())) {
            tally.markCameo(fresh.id());
            looks.remember(fresh.id());
        }
    }

    /** Whether a file says of itself that it is a film of ours in which somebody else appears. */
    @Transactional(readOnly = true)
    public boolean showsAnother(Viewer viewer, Path file) {
        return consent.others(viewer, said(file));
    }

    /** What a film is a copy of: the one whose very file it is, or else all that it was said to be, says of itself to be, and looks like. */
    private Collection<UUID> originals(UUID video, Path file, Collection<UUID> told) {
        var named = new HashSet<>(told);
        named.addAll(said(file));
        var same = named.stream().filter(id -> isFileOf(file, id)).toList();
        if (!same.isEmpty()) {
            return same;
        }
        named.addAll(looks.likeOneWithCameo(video));
        return Set.copyOf(named);
    }

    private boolean isFileOf(Path file, UUID video) {
        return jdbc
                .sql("select unnest(array[film, clean]) from video where id = ?")
                .param(video)
                .query(String.class)
                .list()
                .stream()
                .map(key -> store.path(new MediaKey(key)))
                .anyMatch(kept -> same(file, kept));
    }

    private static Set<UUID> said(Path file) {
        try {
            return Provenance.in(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean same(Path one, Path other) {
        try {
            return Files.isRegularFile(other) && Files.mismatch(one, other) == -1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
