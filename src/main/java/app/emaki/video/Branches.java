package app.emaki.video;

import app.emaki.account.Instances;
import app.emaki.account.Viewer;
import app.emaki.media.BadResult;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.media.Splicing;
import app.emaki.media.SplicingOrder;
import app.emaki.platform.Ids;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The door to lines of films: which films are in one, and binding them into one film with titles and credits. */
@Component
public class Branches {
    private static final Logger log = LoggerFactory.getLogger(Branches.class);
    private static final int MOST_TRIES = 3;
    private static final int MOST_LINES = 720;

    private final BranchQuery query;
    private final BranchSettings settings;
    private final Splicing splicing;
    private final MediaStore store;
    private final Instances instances;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Ids ids;
    private final Clock clock;

    Branches(
            BranchQuery query,
            BranchSettings settings,
            Splicing splicing,
            MediaStore store,
            Instances instances,
            MessageSource messages,
            TransactionTemplate transaction,
            Ids ids,
            Clock clock) {
        this.query = query;
        this.settings = settings;
        this.splicing = splicing;
        this.store = store;
        this.instances = instances;
        this.messages = messages;
        this.transaction = transaction;
        this.ids = ids;
        this.clock = clock;
    }

    /** The line of films that leads to this one; empty when the viewer may not watch it. */
    public Optional<Branch> find(@Nullable Viewer viewer, UUID leaf) {
        var films = query.line(leaf, viewer == null ? null : viewer.id(), settings.films());
        return films.isEmpty() || !films.getLast().id().equals(leaf)
                ? Optional.empty()
                : Optional.of(new Branch(films, settings.seconds()));
    }

    /** The bound film of just these films with just these titles, or how far it is. */
    public Optional<BranchFilm> film(Branch branch, Locale language) {
        return query.find(fingerprint(branch, language));
    }

    /** Orders a branch to be bound; the same one is made once, whoever asks. */
    public void order(Viewer viewer, Branch branch, Locale language) {
        if (branch.bindable()) {
            query.order(
                    ids.next(),
                    viewer.id(),
                    branch,
                    fingerprint(branch, language),
                    language.getLanguage(),
                    clock.instant());
        }
    }

    /** Binds the next one that was ordered; tells whether there was one. */
    boolean step() {
        var claimed = query.claim(clock.instant());
        claimed.ifPresent(this::bind);
        return claimed.isPresent();
    }

    /** Forgets bound films that were kept long enough. */
    void sweep() {
        query.forget(clock.instant().minus(settings.kept())).forEach(store::delete);
    }

    @EventListener
    void on(VideoErased event) {
        query.forget(event.video()).forEach(store::delete);
    }

    private void bind(BranchFilm film) {
        var known = query.cards(film.films());
        if (known.size() < film.films().size()) {
            query.failed(film.id(), true, MOST_TRIES, clock.instant());
            return;
        }
        var cards = film.films().stream()
                .map(id -> Objects.requireNonNull(known.get(id)))
                .toList();
        try {
            var order = order(cards, film.language().equals("ja") ? Locale.JAPANESE : Locale.ENGLISH);
            double seconds = cards.stream().mapToDouble(VideoCard::seconds).sum();
            var bound = splicing.bind(order, seconds, percent -> query.progress(film.id(), percent, clock.instant()));
            transaction.executeWithoutResult(status -> {
                if (query.done(film.id(), bound.film(), bound.seconds(), clock.instant())) {
                    store.keep(List.of(bound.film()));
                }
            });
        } catch (BadResult e) {
            log.warn("Branch {} cannot be bound: {}", film.id(), e.getMessage());
            query.failed(film.id(), true, MOST_TRIES, clock.instant());
        } catch (IOException | RuntimeException e) {
            log.warn("Binding branch {} broke off: {}", film.id(), e.toString());
            query.failed(film.id(), false, MOST_TRIES, clock.instant());
        }
    }

    private SplicingOrder order(List<VideoCard> cards, Locale language) {
        var leaf = cards.getLast();
        var clean = query.clean(cards.stream().map(VideoCard::id).toList());
        var instance = instances.current().name();
        var reels = new ArrayList<SplicingOrder.Reel>();
        for (int i = 0; i < cards.size(); i++) {
            var card = cards.get(i);
            var words = i == 0 ? "" : changed(cards.get(i - 1), card);
            reels.add(new SplicingOrder.Reel(
                    file(card, clean),
                    card.id(),
                    card.authorHandle(),
                    card(i + 1 + " / " + cards.size(), card, words, language)));
        }
        double scale = Math.min(1, (double) MOST_LINES / Math.min(leaf.width(), leaf.height()));
        return new SplicingOrder(
                card(say(language, "video.branch.opening", cards.size()), cards.getFirst(), "", language),
                reels,
                cards.stream()
                        .map(card -> new SplicingOrder.Line(title(card, language), by(card)))
                        .toList(),
                say(language, "video.branch.credits", instance),
                say(Locale.ENGLISH, "video.branch.credit", instance)
                        + cards.stream()
                                .map(card ->
                                        title(card, Locale.ENGLISH) + " " + by(card) + " (" + card.publicId() + ")")
                                .collect(Collectors.joining(", ")),
                leaf.authorHandle(),
                instance,
                cards.stream().map(VideoCard::model).distinct().collect(Collectors.joining(", ")),
                leaf.id(),
                leaf.remixOf(),
                even(leaf.width() * scale),
                even(leaf.height() * scale));
    }

    private MediaKey file(VideoCard card, Map<UUID, MediaKey> clean) {
        var key = clean.get(card.id());
        return key != null && store.exists(key)
                ? key
                : new MediaKey(card.filmUrl().substring("/media/".length()));
    }

    private SplicingOrder.Card card(String over, VideoCard card, String words, Locale language) {
        return new SplicingOrder.Card(over, title(card, language), by(card), words);
    }

    private static String by(VideoCard card) {
        return "@" + card.authorHandle();
    }

    private String title(VideoCard card, Locale language) {
        return card.title().isEmpty() ? say(language, "video.film", card.authorHandle()) : card.title();
    }

    /** The first words that changed, where both authors show them. */
    private static String changed(VideoCard before, VideoCard after) {
        var source = before.prompt();
        var words = after.prompt();
        if (source == null || words == null || after.kin() == Kin.EXTEND) {
            return "";
        }
        return WordDiff.changes(source, words).stream()
                .findFirst()
                .map(change -> change.gone().isEmpty()
                        ? "＋ " + change.fresh()
                        : change.fresh().isEmpty() ? "－ " + change.gone() : change.gone() + " → " + change.fresh())
                .orElse("");
    }

    private static String fingerprint(Branch branch, Locale language) {
        var text = branch.films().stream()
                .map(card -> card.id() + " " + card.authorHandle() + " " + card.title() + " " + card.promptShown())
                .collect(Collectors.joining("\n", language.getLanguage() + "\n", ""));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String say(Locale language, String key, Object... with) {
        return messages.getMessage(key, with, language);
    }

    private static int even(double length) {
        return (int) Math.round(length) / 2 * 2;
    }
}
