package app.emaki.video;

import java.util.Collection;
import java.util.UUID;

/** Tells films by what they show. Whoever keeps their prints implements it. */
public interface FilmLooks {

    /** Remembers what a film looks like; its files may go afterwards. */
    void remember(UUID video);

    /** Other films with somebody's likeness that show the same as this one, in any size and coding, or that it is a part of. */
    Collection<UUID> likeOneWithCameo(UUID video);
}
