package app.emaki.model.kamishibai.picture;

/** Compares small frames. */
final class Likeness {

    private Likeness() {}

    /** How many pixels differ by more than grain does. */
    static long changed(int[] a, int[] b) {
        long n = 0;
        for (int i = 0; i < a.length; i++) {
            int d = Math.abs((a[i] >> 16 & 255) - (b[i] >> 16 & 255))
                    + Math.abs((a[i] >> 8 & 255) - (b[i] >> 8 & 255))
                    + Math.abs((a[i] & 255) - (b[i] & 255));
            if (d > 24) {
                n++;
            }
        }
        return n;
    }

    /** Standard deviation of brightness, 0 to 127. */
    static double contrast(int[] frame) {
        double sum = 0;
        double squares = 0;
        for (int c : frame) {
            double l = (c >> 16 & 255) * .3 + (c >> 8 & 255) * .59 + (c & 255) * .11;
            sum += l;
            squares += l * l;
        }
        double mean = sum / frame.length;
        return Math.sqrt(Math.max(0, squares / frame.length - mean * mean));
    }
}
