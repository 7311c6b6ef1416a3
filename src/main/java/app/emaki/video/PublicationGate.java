package app.emaki.video;

import app.emaki.account.Viewer;
import java.util.Optional;
import java.util.UUID;

/** Rules whether a film waits for a person before others see it. Whoever reviews films implements it. */
public interface PublicationGate {

    /**
     * Why it waits, in words for the reviewer; empty when it may be seen at once.
     *
     * @param passed whether a person has let it through before
     */
    Optional<String> holds(Viewer author, UUID video, boolean passed);
}
