package app.emaki.cameo;

/**
 * What consent must know about two people, told by the module that keeps it, as SQL over two expressions of type uuid. The
 * result is never null.
 */
public interface Acquaintance {
    /** Whether each of the two follows the other. */
    String mutual(String one, String other);

    /** Whether one of the two has blocked the other; the first should be the same for every row, as a viewer is. */
    String severed(String one, String other);
}
