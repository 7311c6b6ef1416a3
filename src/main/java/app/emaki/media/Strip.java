package app.emaki.media;

/**
 * Small pictures of a film side by side, for a look ahead while seeking.
 *
 * @param file one JPEG with all of them in a row, each of the film's own shape
 * @param tiles how many there are, evenly spread over the film
 */
public record Strip(MediaKey file, int tiles) {}
