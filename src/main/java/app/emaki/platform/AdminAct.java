package app.emaki.platform;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with a role used it. Any module may publish it; whoever keeps the log of the house hears it, in the same
 * transaction.
 *
 * @param act a message key that says what was done, for instance {@code policy.act.changed}
 * @param about whom it was done to, by id, as the log is never rewritten and a person may want to be forgotten; null for nobody
 * @param subject what it was done to, as a reader of the log would look for it
 * @param why in the words of whoever did it; empty when none were asked for
 */
public record AdminAct(UUID actor, String act, @Nullable UUID about, String subject, String why) {
    /** The header of an answer that was given before, to something that is not done a second time. */
    public static final String TOLD_BEFORE = "idempotent-replayed";

    /** To a thing. */
    public AdminAct(UUID actor, String act, String subject, String why) {
        this(actor, act, null, subject, why);
    }
}
