package app.emaki.generation;

import java.util.Collection;
import java.util.Set;

/** Somebody who means to use pictures later, though no order has them yet: what they hold is not swept. */
public interface PictureHolder {

    /** Those of these keys that are held. */
    Set<String> held(Collection<String> keys);
}
