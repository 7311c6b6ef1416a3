package app.emaki.cameo;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the ledger tells about films, from the module that keeps them. */
public interface Films {
    /** Those of these films that are finished and there; the others are in the making, were never finished, or are gone. */
    Map<UUID, Film> of(Collection<UUID> videos);

    /** The film that an address of any kind shows; empty when it shows none of ours. */
    Optional<UUID> at(String address);

    /** Whose film it is; empty when there is none. */
    Optional<UUID> author(UUID video);

    /** How many films were made from one, and from those. */
    int branch(UUID video);

    /**
     * One film.
     *
     * @param page its address
     * @param title may be empty
     * @param poster address of a picture of it
     * @param shown whether its author lets anybody else see it
     */
    record Film(String page, String title, String poster, boolean shown) {}
}
