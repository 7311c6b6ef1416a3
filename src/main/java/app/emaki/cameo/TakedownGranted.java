package app.emaki.cameo;

import java.util.UUID;

/**
 * Somebody in a film asked that it be taken down, and a moderator agreed; whoever decides about films carries it out.
 *
 * @param branch whether everything that was made from it goes with it
 */
public record TakedownGranted(UUID video, UUID moderator, String words, boolean branch) {}
