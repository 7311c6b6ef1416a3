package app.emaki.video;

import java.util.UUID;

/**
 * Its author would show a film, and a person has to look first.
 *
 * @param reason for the reviewer
 */
public record VideoHeld(UUID video, UUID author, String reason) {}
