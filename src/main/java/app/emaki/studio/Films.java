package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.generation.GenerationView;
import app.emaki.generation.Generations;
import app.emaki.generation.NoSuchGeneration;
import app.emaki.model.ModelOffer;
import app.emaki.model.VideoModels;
import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import app.emaki.video.VideoCard;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers takes into films, with the videos that came of them. */
@Component
class Films {
    private final Generations generations;
    private final LibraryQuery library;
    private final VideoModels models;
    private final Credits credits;
    private final Wishes wishes;

    Films(Generations generations, LibraryQuery library, VideoModels models, Credits credits, Wishes wishes) {
        this.generations = generations;
        this.library = library;
        this.models = models;
        this.credits = credits;
        this.wishes = wishes;
    }

    /** The viewer's films, newest first; a film stands whole on the page where its newest take is. */
    Page<Film> list(Viewer viewer, @Nullable Cursor before) {
        var page = generations.list(viewer, before);
        var groups = new LinkedHashMap<UUID, List<GenerationView>>();
        page.items()
                .forEach(view -> groups.computeIfAbsent(view.group(), none -> new java.util.ArrayList<>())
                        .add(view));
        if (before != null) {
            generations.find(viewer, before.id()).ifPresent(shown -> groups.remove(shown.group()));
        }
        if (page.next() != null && !groups.isEmpty()) {
            var last = groups.lastEntry().getKey();
            groups.put(last, generations.group(viewer, last));
        }
        var videos = videos(viewer, groups.values());
        var wished = wishes.of(viewer, groups.keySet());
        var nameless = library.nameless(ids(groups.values()));
        var refused = library.refused(ids(groups.values()));
        var films = groups.values().stream()
                .map(takes -> film(
                        takes,
                        videos,
                        refused,
                        wished.getOrDefault(takes.getFirst().group(), Wish.NONE),
                        nameless))
                .toList();
        return new Page<>(films, page.next());
    }

    /**
     * The film that a take belongs to.
     *
     * @throws NoSuchGeneration when there is none, or it is another's
     */
    Film of(Viewer viewer, UUID take) {
        var view = generations.find(viewer, take).orElseThrow(() -> new NoSuchGeneration(take));
        var takes = generations.group(viewer, view.group());
        return film(
                takes,
                videos(viewer, List.of(takes)),
                library.refused(ids(List.of(takes))),
                wishes.of(viewer, view.group()),
                library.nameless(ids(List.of(takes))));
    }

    /** A second order is shown as the first one should have been. */
    void inherit(Viewer viewer, UUID take, UUID again) {
        var first = generations.find(viewer, take).map(it -> wishes.of(viewer, it.group()));
        generations
                .find(viewer, again)
                .ifPresent(it -> first.ifPresent(
                        wish -> wishes.add(viewer, it.group(), new Wish(wish.title(), wish.showing(), null))));
    }

    /** The id of a take by the one in its address; what is none leads to the same answer as another's. */
    static UUID id(String publicId) {
        return PublicId.parse(publicId).orElseThrow(() -> new NoSuchGeneration(new UUID(0, 0)));
    }

    /** A model that is not on offer any more goes by its id, and what it cost is nobody's concern; a price would tell a hidden name. */
    private Film film(
            List<GenerationView> takes, Map<UUID, VideoCard> videos, Set<UUID> refused, Wish wish, Set<UUID> nameless) {
        var order = takes.getFirst();
        var offer = models.offer(order.model());
        boolean hidden = nameless.contains(order.id());
        int price = offer.filter(it -> !hidden)
                .map(it -> credits.price(it, order.seconds(), order.lines()))
                .orElse(0);
        var name = hidden ? "" : offer.map(ModelOffer::name).orElse(order.model());
        return Film.of(takes, videos, refused, name, price, wish);
    }

    private static List<UUID> ids(Collection<List<GenerationView>> groups) {
        return groups.stream().flatMap(List::stream).map(GenerationView::id).toList();
    }

    private Map<UUID, VideoCard> videos(Viewer viewer, Collection<List<GenerationView>> groups) {
        var ids = groups.stream()
                .flatMap(List::stream)
                .map(GenerationView::video)
                .filter(Objects::nonNull)
                .toList();
        return ids.isEmpty() ? Map.of() : library.own(viewer.id(), ids);
    }
}
