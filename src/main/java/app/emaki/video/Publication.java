package app.emaki.video;

/**
 * How an author shows a video.
 *
 * @param caption at most {@link Caption#LONGEST} characters
 * @param promptShown whether others may read the prompt and start from it
 */
public record Publication(String caption, Visibility visibility, boolean promptShown) {}
