package app.emaki.video;

/**
 * What the rule of the audience must know about two people, told by the module that keeps it. Each gives an SQL expression
 * over two expressions of type uuid, either of which may be null; the result is never null.
 */
public interface Ties {
    /** Whether the first follows the second. */
    String follows(String follower, String followed);

    /** Whether one of the two has blocked the other; the first should be the same for every row, as a viewer is. */
    String severed(String one, String other);

    /**
     * Whether the first should not come upon the second unasked: one has blocked the other, or the first has muted the
     * second. The first should be the same for every row.
     */
    String shunned(String one, String other);
}
