package app.emaki.media.mastering;

/** The source is no film as ordered; the code says in one word why. */
final class UnfitSource extends Exception {
    private final String code;

    UnfitSource(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
