package app.emaki.model;

import java.util.Optional;

/** Draws moments of a film that nobody has ordered yet, beside its real work. */
@FunctionalInterface
public interface Sketcher {

    /** Begins at once; empty while there is other work to do. Never blocks. */
    Optional<Sketch> begin(SketchRequest request);
}
