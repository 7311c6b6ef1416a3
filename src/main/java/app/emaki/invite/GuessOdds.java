package app.emaki.invite;

import app.emaki.platform.RateLimits.Limit;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;

/** How long it takes to hit a live code by guessing, at the rate that the limit of the whole instance lets through. */
record GuessOdds(int length, Limit limit) {
    private static final double DAYS_A_YEAR = 365.25;
    private static final int YEARS_ENOUGH = 10;

    /**
     * The odds of whoever guesses best: they try codes of the length of which the largest part is live.
     *
     * @param live codes by their length
     * @param fresh length of codes that are made from now on, for a house that has none
     */
    static GuessOdds best(Map<Integer, Long> live, Limit limit, int fresh) {
        return live.entrySet().stream()
                .min(Comparator.comparingDouble(codes -> new GuessOdds(codes.getKey(), limit).years(codes.getValue())))
                .map(codes -> new GuessOdds(codes.getKey(), limit))
                .orElseGet(() -> new GuessOdds(fresh, limit));
    }

    /** The expected time in years until the first of so many live codes is hit. */
    double years(long liveCodes) {
        return space() / liveCodes / guessesADay() / DAYS_A_YEAR;
    }

    /** The most live codes at which guessing takes more than ten years. */
    long enoughFor() {
        return (long) Math.floor(space() / (YEARS_ENOUGH * DAYS_A_YEAR * guessesADay()));
    }

    private double space() {
        return Math.pow(Code.ALPHABET.length(), length);
    }

    /** Wrong codes that everybody together may try in a day. */
    double guessesADay() {
        return limit.tries()
                * ((double) Duration.ofDays(1).toMillis() / limit.per().toMillis());
    }
}
