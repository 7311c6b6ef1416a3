package app.emaki.media.mastering;

/** Whether what came is what was ordered, give or take what models take. */
final class Fit {
    private static final double SHAPE_TOLERANCE = 0.05;
    private static final double LEAST_TOLERANCE = 0.75;
    private static final double TOLERANCE = 0.10;
    private static final double MOST_DAMAGE = 0.05;

    private Fit() {}

    static void checkShape(Source source, Job job) throws UnfitSource {
        double ordered = (double) job.width() / job.height();
        double got = (double) source.width() / source.height();
        if (Math.abs(got / ordered - 1) > SHAPE_TOLERANCE) {
            throw new UnfitSource(
                    "size",
                    "%d × %d instead of %d × %d".formatted(source.width(), source.height(), job.width(), job.height()));
        }
        if (job.sound() && source.audio() == null) {
            throw new UnfitSource("no-sound", "There is no sound in it, though it was ordered");
        }
    }

    static void checkSeconds(double got, double ordered) throws UnfitSource {
        if (Math.abs(got - ordered) > Math.max(LEAST_TOLERANCE, ordered * TOLERANCE)) {
            throw new UnfitSource("duration", "%.2f s instead of %.2f s".formatted(got, ordered));
        }
    }

    /** Longest that a film may be that was ordered with this length. */
    static double longest(double ordered) {
        return ordered * (1 + TOLERANCE) + LEAST_TOLERANCE;
    }

    /** What could be decoded must be what the file promised. */
    static void checkWhole(long pictures, long damaged, double seconds, double promised) throws UnfitSource {
        if (damaged > pictures * MOST_DAMAGE) {
            throw new UnfitSource("damaged", damaged + " of " + pictures + " pictures cannot be decoded");
        }
        if (pictures == 0 || seconds < promised - LEAST_TOLERANCE) {
            throw new UnfitSource("truncated", "%.2f s of the promised %.2f s".formatted(seconds, promised));
        }
    }
}
