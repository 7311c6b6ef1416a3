package app.emaki.media;

/** A backend's result that is no film as ordered; the code goes to statistics, the message to the admin alone. */
public class BadResult extends Exception {
    private final String code;

    public BadResult(String code, String message) {
        super(code + ": " + message);
        this.code = code;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }

    /** What is wrong, in one word, for instance {@code truncated}. */
    public String code() {
        return code;
    }
}
