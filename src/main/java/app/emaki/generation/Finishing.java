package app.emaki.generation;

import app.emaki.account.Accounts;
import app.emaki.account.Instances;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.media.BadResult;
import app.emaki.media.FatalFilm;
import app.emaki.media.Mastered;
import app.emaki.media.MasteringOrder;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.model.Dialogue;
import app.emaki.model.VideoModels;
import app.emaki.video.Kin;
import app.emaki.video.NewVideo;
import app.emaki.video.Videos;
import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Makes a film of a result, and a video of the film: video, success, payment and news in one transaction. */
@Component
class Finishing {
    private static final Logger log = LoggerFactory.getLogger(Finishing.class);
    /** Once it may be the machine, and twice chance. */
    private static final int MOST_DEATHS = 3;
    /** Some four minutes, in which an admin may make room on a full disk. */
    static final int MOST_STUMBLES = 9;

    private final LeasedWrites writes;
    private final Stitching stitching;
    private final MediaStore store;
    private final Videos videos;
    private final VideoModels models;
    private final Credits credits;
    private final Accounts accounts;
    private final Instances instances;
    private final Clock clock;

    Finishing(
            LeasedWrites writes,
            Stitching stitching,
            MediaStore store,
            Videos videos,
            VideoModels models,
            Credits credits,
            Accounts accounts,
            Instances instances,
            Clock clock) {
        this.writes = writes;
        this.stitching = stitching;
        this.store = store;
        this.videos = videos;
        this.models = models;
        this.credits = credits;
        this.accounts = accounts;
        this.instances = instances;
        this.clock = clock;
    }

    void step(Claim claim, Generation generation) {
        var raw = new MediaKey(Objects.requireNonNull(generation.errand().raw()));
        if (generation.errand().masterTries() >= MOST_DEATHS) {
            fail(claim, "The process that masters ended over it " + MOST_DEATHS + " times");
            store.delete(raw);
            return;
        }
        var opened = new AtomicBoolean();
        try {
            var order = order(generation);
            finish(claim, stitching.master(store.path(raw), generation, order, () -> {
                begin(claim);
                opened.set(true);
            }));
            store.delete(raw);
        } catch (BadResult e) {
            fail(claim, String.valueOf(e.getMessage()));
            store.delete(raw);
        } catch (FatalFilm e) {
            log.warn("Generation {} ended the process that masters: {}", claim.generation(), e.toString());
            writes.write(
                    claim,
                    it -> it.release(
                            clock.instant().plus(Backoff.after(it.errand().masterTries()))));
        } catch (LeaseLost e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            stumble(claim, opened.get(), e);
        }
    }

    /** No fault of the film's: it loses no try, but is not tried for ever. */
    private void stumble(Claim claim, boolean opened, Exception cause) {
        var words = Steps.words(cause);
        log.warn(
                "Mastering of generation {} broke off: {}",
                claim.generation(),
                words,
                cause instanceof DataAccessException ? null : cause);
        writes.write(claim, it -> {
            it.masteredInVain(opened);
            it.release(clock.instant().plus(Backoff.after(it.errand().failedCalls())));
            if (it.errand().failedCalls() >= MOST_STUMBLES) {
                it.fail(Failure.INTERNAL, "Mastering broke off: " + words, clock.instant());
            }
        });
    }

    /** Not before its turn, so that whoever only waited when a process ended loses no try. */
    private void begin(Claim claim) {
        var now = writes.write(claim, it -> {
            if (it.cancelAsked()) {
                it.fail(Failure.CANCELLED, "", clock.instant());
            } else {
                it.mastering(clock.instant());
            }
        });
        if (now.state().ended()) {
            throw new LeaseLost(claim.generation());
        }
    }

    private void finish(Claim claim, Mastered film) {
        writes.write(claim, it -> {
            if (it.cancelAsked()) {
                it.fail(Failure.CANCELLED, "", clock.instant());
                return;
            }
            store.keep(film.keys());
            videos.add(video(it, film));
            it.succeed(price(it, film), film.flags(), clock.instant());
        });
    }

    private void fail(Claim claim, String detail) {
        writes.write(claim, it -> it.fail(Failure.BAD_RESULT, detail, clock.instant()));
    }

    /** By what was delivered and is new: a film that came out shorter costs less, one that came out longer costs no more. */
    private int price(Generation generation, Mastered film) {
        double tolerance = 0.5;
        return models.offer(generation.model())
                .map(offer -> credits.price(
                        offer,
                        Math.max(1, film.seconds() - generation.commission().lead() - tolerance),
                        generation.commission().lines()))
                .orElse(generation.credits());
    }

    private MasteringOrder order(Generation generation) {
        var size = generation.commission().aspect().size(generation.commission().lines());
        var instance = instances.current();
        return new MasteringOrder(
                accounts.find(generation.accountId()).map(Viewer::handle).orElse(""),
                instance.name(),
                generation.model(),
                generation.videoId(),
                generation.commission().remixOf(),
                parent(generation),
                captions(generation),
                generation.commission().sound(),
                size.width(),
                size.height(),
                generation.commission().lead() + generation.commission().seconds(),
                generation.errand().marked(),
                null);
    }

    /** What the model says is said; of one that does not tell, what the prompt has for a film with sound. */
    private static @Nullable String captions(Generation generation) {
        var told = generation.errand().captions();
        var prompt = generation.commission().prompt();
        return told != null || !generation.commission().sound()
                ? told
                : Dialogue.captions(
                                prompt.text(),
                                prompt.script(),
                                generation.commission().seconds())
                        .orElse(null);
    }

    /** Who made the film that it continues; the file says so for ever. */
    private @Nullable String parent(Generation generation) {
        var id = generation.commission().remixOf();
        var card = id == null ? null : videos.cards(Set.of(id)).get(id);
        return card == null ? null : card.authorHandle();
    }

    private static NewVideo video(Generation generation, Mastered film) {
        return new NewVideo(
                generation.videoId(),
                generation.accountId(),
                generation.model(),
                generation.commission().prompt().text(),
                generation.commission().prompt().language(),
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
                generation.commission().seed(),
                generation.errand().plan(),
                generation.commission().prompt().script(),
                generation.commission().remixOf(),
                generation.commission().remixOf() == null
                        ? null
                        : Kin.valueOf(generation.commission().way().name()),
                generation.commission().lead());
    }
}
