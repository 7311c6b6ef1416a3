package app.emaki.policy;

/** A text that may be looked at only so often: a pattern that goes astray in it gives up instead of standing still. */
final class Patience implements CharSequence {
    /** Enough for any honest pattern on the longest text; reached within some milliseconds. */
    private static final int LOOKS = 1_000_000;

    private final CharSequence text;
    private final int[] left;

    private Patience(CharSequence text, int[] left) {
        this.text = text;
        this.left = left;
    }

    static Patience with(CharSequence text) {
        return new Patience(text, new int[] {LOOKS});
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--left[0] < 0) {
            throw new LostPatience();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return new Patience(text.subSequence(from, to), left);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** The pattern looked too often. */
    static final class LostPatience extends RuntimeException {
        private static final long serialVersionUID = 1;

        LostPatience() {
            super("A pattern takes too long", null, false, false);
        }
    }
}
