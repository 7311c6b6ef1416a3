package app.emaki.model;

import java.time.Duration;

/** A call to a backend that did not do what it should; each kind asks for another answer. The message is for the admin alone. */
public abstract sealed class BackendException extends Exception {

    private BackendException(String message) {
        super(message);
    }

    /** How long the backend asks to be left alone; zero when it does not say. */
    public Duration retryAfter() {
        return Duration.ZERO;
    }

    /** What happened, for the admin alone. */
    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** The call certainly never reached the backend (no connection), so that it may be made again. */
    public static final class Unreachable extends BackendException {
        public Unreachable(String message) {
            super(message);
        }
    }

    /** The backend refused in so many words to take more now; it may be asked again after a while. */
    public static final class Busy extends BackendException {
        private final Duration retryAfter;

        public Busy(String message, Duration retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        @Override
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The backend refused in so many words to do this job. */
    public static final class Refused extends BackendException {
        private final Ground ground;

        public Refused(Ground ground, String message) {
            super(message);
            this.ground = ground;
        }

        public Ground ground() {
            return ground;
        }
    }

    /** The call may or may not have reached the backend. A submit that ends so is never sent again blindly. */
    public static final class Unclear extends BackendException {
        private final Duration retryAfter;

        public Unclear(String message) {
            this(message, Duration.ZERO);
        }

        /** @param retryAfter how long the backend asks to be left alone */
        public Unclear(String message, Duration retryAfter) {
            super(message);
            this.retryAfter = retryAfter;
        }

        @Override
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** What a backend refuses a job for. */
    public enum Ground {
        /** Its own rules on content. */
        POLICY,
        /** Something in the request that it cannot do. */
        INPUT,
        /** The admin's set-up: wrong key, retired model, no money. */
        SETUP
    }
}
