package app.emaki.generation;

import app.emaki.account.Accounts;
import app.emaki.account.Instances;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.media.BadResult;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Makes a film of a result, and a video of the film: video, success, payment and news in one transaction. */
@Component
class Finishing {
    private static final Logger log = LoggerFactory.getLogger(Finishing.class);
    private static final int MOST_TRIES = 3;

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
        if (generation.errand().masterTries() >= MOST_TRIES) {
            // whatever the file is, that it ends our own process is ours to mend
            var words = "Mastering ended " + MOST_TRIES + " times without a word";
            writes.write(claim, it -> it.fail(Failure.INTERNAL, words, clock.instant()));
            return;
        }
        var raw = new MediaKey(Objects.requireNonNull(generation.errand().raw()));
        try {
            var order = order(generation);
            finish(claim, stitching.master(store.path(raw), generation, order, () -> begin(claim)));
            store.delete(raw);
        } catch (BadResult e) {
            fail(claim, String.valueOf(e.getMessage()));
            store.delete(raw);
        } catch (IOException e) {
            log.warn("Mastering of generation {} broke off: {}", claim.generation(), e.toString());
            writes.write(
                    claim,
                    it -> it.release(
                            clock.instant().plus(Backoff.after(it.errand().masterTries()))));
        }
    }

    /** Not before its turn, so that whoever only waited when a process ended loses no try. */
    private void begin(Claim claim) {
        var now = writes.write(claim, it -> {
            if (it.cancelAsked()) {
                it.fail(Failure.CANCELLED, "", clock.instant());
            } else {
                it.mastering();
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
