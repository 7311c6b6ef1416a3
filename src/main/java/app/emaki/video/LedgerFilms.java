package app.emaki.video;

import app.emaki.cameo.Films;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells the ledger of consent about films, deleted ones aside. */
@Component
class LedgerFilms implements Films {
    private final VideoQuery query;

    LedgerFilms(VideoQuery query) {
        this.query = query;
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
