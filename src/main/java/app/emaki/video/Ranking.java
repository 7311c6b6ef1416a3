package app.emaki.video;

/**
 * What moves a video forward in For you, each in hours of freshness: a film with twelve hours to its credit stands beside one
 * that was posted twelve hours later.
 *
 * @param applause for each tenfold of applause; a like counts one, a comment two, a remix four
 * @param love when there is as much applause as there are views
 * @param watched when everybody watches it to its end
 * @param followed when its viewer follows its author
 * @param wanted when it has what its viewer asked for in words
 * @param variety back, for each film of the same author shortly before it
 * @param less back, when its viewer wanted less of its author or of a tag of its
 */
public record Ranking(
        double applause, double love, double watched, double followed, double wanted, double variety, double less) {
    /** As a new instance has it. */
    public static final Ranking USUAL = new Ranking(12.5, 12, 8, 18, 24, 6, 48);

    /** The most that any of them may count: a fortnight. */
    public static final double MOST = 336;

    public Ranking {
        for (double hours : new double[] {applause, love, watched, followed, wanted, variety, less}) {
            if (!(hours >= 0 && hours <= MOST)) {
                throw new IllegalArgumentException("Between 0 and " + MOST + " hours, not " + hours);
            }
        }
    }

    /** Hours that a video has to its credit with everybody, by its own numbers. */
    public double credit(long likes, long comments, long remixes, long views, double watchedTimes) {
        return applauseCredit(likes, comments, remixes)
                + loveCredit(likes, comments, remixes, views)
                + watchedCredit(views, watchedTimes);
    }

    public double applauseCredit(long likes, long comments, long remixes) {
        return applause * Math.log10(1 + weight(likes, comments, remixes));
    }

    /** The first five views count as many, so that one friend does not make a hit. */
    public double loveCredit(long likes, long comments, long remixes, long views) {
        return love * Math.min(1, weight(likes, comments, remixes) / (views + 5.0));
    }

    public double watchedCredit(long views, double watchedTimes) {
        return watched * Math.min(1, watchedTimes / (views + 5.0));
    }

    private static double weight(long likes, long comments, long remixes) {
        return likes + 2.0 * comments + 4.0 * remixes;
    }

    /** The same as {@link #credit} for the database, in steps of a tenth of an hour, so that most likes of a well-liked video leave the index alone. */
    String rankedAt(String likes, String comments, String remixes, String views, String watchedTimes) {
        var weight = "(%s + 2.0 * (%s) + 4.0 * (%s))".formatted(likes, comments, remixes);
        return "published_at + interval '1 hour' * round((%s * log(1 + %s) + %s * least(1, %2$s / ((%4$s) + 5.0)) + %5$s * least(1, ((%6$s) / ((%4$s) + 5.0))::numeric))::numeric, 1)::float8"
                .formatted(applause, weight, love, views, watched, watchedTimes);
    }
}
