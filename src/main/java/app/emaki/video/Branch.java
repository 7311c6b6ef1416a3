package app.emaki.video;

import java.util.List;

/**
 * A line of films from the oldest to one of its leaves, as far as one viewer may watch them.
 *
 * @param films oldest first
 * @param longest how many seconds a bound one may have
 */
public record Branch(List<VideoCard> films, int longest) {

    public double seconds() {
        return films.stream().mapToDouble(VideoCard::seconds).sum();
    }

    /** Whether it can be bound: of one film alone there is nothing to bind. */
    public boolean bindable() {
        return films.size() > 1 && !tooLong();
    }

    public boolean tooLong() {
        return seconds() > longest;
    }

    VideoCard leaf() {
        return films.getLast();
    }
}
