package app.emaki.video;

import app.emaki.cameo.Films;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the ledger of consent about films, deleted ones aside. */
@Component
class LedgerFilms implements Films {
    private static final int MOST_COUNTED = 10_000;

    private final VideoQuery query;

    LedgerFilms(VideoQuery query) {
        this.query = query;
    }

    @Override
    public Optional<UUID> at(String address) {
        return query.at(FilmAddress.of(address));
    }

    @Override
    public Optional<UUID> author(UUID video) {
        return query.cards(List.of(video)).values().stream()
                .map(VideoCard::author)
                .findFirst();
    }

    @Override
    public int branch(UUID video) {
        return query.branch(video, MOST_COUNTED);
    }

    @Override
    public Map<UUID, Film> of(Collection<UUID> videos) {
        return query.there(videos).values().stream()
                .collect(Collectors.toMap(
                        VideoCard::id,
                        card -> new Film(
                                card.page(),
                                card.title(),
                                card.posterUrl(),
                                card.publishedAt() != null && card.visibility() != Visibility.PRIVATE)));
    }
}
