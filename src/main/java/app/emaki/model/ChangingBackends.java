package app.emaki.model;

import java.util.List;

/** Backends that an admin adds, changes and removes while the application runs. */
public interface ChangingBackends {

    /** Those of now: the same list object until something changes. */
    List<VideoModelClient> now();

    /** Whether a backend failed so often that it is left alone for a while. */
    boolean resting(String backend);
}
