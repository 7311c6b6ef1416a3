package app.emaki.studio.prompt;

/** Round brackets, narrow and wide. */
final class Brackets {
    private Brackets() {}

    static boolean opens(char c) {
        return c == '(' || c == '（';
    }

    static boolean closes(char c) {
        return c == ')' || c == '）';
    }

    /** The index of the bracket that closes the one at {@code open}, or -1. */
    static int partner(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            if (opens(text.charAt(i))) {
                depth++;
            } else if (closes(text.charAt(i)) && --depth == 0) {
                return i;
            }
        }
        return -1;
    }
}
