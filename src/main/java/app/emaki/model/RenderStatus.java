package app.emaki.model;

import java.time.Duration;
import java.util.OptionalInt;

/** How a job stands, as the backend tells. */
public sealed interface RenderStatus {

    /** The backend has not begun; ask again after a while. */
    record Waiting(Duration pollAfter) implements RenderStatus {}

    /** The backend is at work; progress in percent if it tells any. */
    record Working(OptionalInt progress, Duration pollAfter) implements RenderStatus {}

    /** There is a result to fetch. */
    record Done() implements RenderStatus {}

    /** The backend gave up. The detail is its own text, for the admin alone. */
    record Failed(Cause cause, String detail) implements RenderStatus {}

    /** The backend does not know the job (any more). */
    record Lost() implements RenderStatus {}

    /** Why a backend gave up. */
    enum Cause {
        POLICY,
        ERROR,
        /** The machine or its set-up; the admin's to mend. */
        SETUP
    }
}
