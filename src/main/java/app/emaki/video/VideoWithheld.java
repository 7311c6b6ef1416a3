package app.emaki.video;

import java.util.UUID;

/**
 * A film that was about to be seen is a draft instead, as somebody in it has to agree first.
 *
 * @param person whose consent is missing
 */
public record VideoWithheld(UUID video, UUID author, UUID person) {}
