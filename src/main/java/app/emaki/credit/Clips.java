package app.emaki.credit;

/**
 * What credits are good for, in films.
 *
 * @param count films that what is left pays for
 * @param seconds length of each
 */
public record Clips(int count, int seconds) {}
