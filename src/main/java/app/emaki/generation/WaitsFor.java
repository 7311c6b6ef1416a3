package app.emaki.generation;

/**
 * What a film in the queue waits for, beside its turn.
 *
 * @param limit how many films at a time the limit allows that it waits for; 0 for what is no limit
 */
public record WaitsFor(Thing thing, int limit) {

    /** From what only others can change to what passes by itself. */
    public enum Thing {
        /** Its model takes no films until an admin opens it again. */
        CLOSED,
        /** Its model failed too often and is left alone for a while. */
        RESTING,
        /** Other films of the same account, as many as its plan allows at a time. */
        OWN_FILMS,
        /** Films of others with the same plan, as many as there may be of it at a time. */
        PLAN,
        /** Films that its model makes, as many as it makes at a time. */
        MODEL,
        /** Nothing but its turn. */
        TURN
    }

    static WaitsFor nothingBut(Thing thing) {
        return new WaitsFor(thing, 0);
    }
}
