package app.emaki.cameo;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody said who may be shown with a likeness, or took it back; whoever keeps the log of the house writes it down. People
 * are named by id, as the log is never rewritten and a person may want to be forgotten.
 *
 * @param act a message key that says what was done, for instance {@code cameo.act.revoked}
 * @param about whom it was said to; null when to everybody
 * @param topic the cameo or the film
 * @param why what it changed or why, without anybody's name
 */
public record ConsentChanged(
        @Nullable UUID actor, String act, @Nullable UUID about, UUID topic, String why) {}
