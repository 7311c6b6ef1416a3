package app.emaki.social;

import java.util.UUID;

/** A comment that nobody sees before a person has looked. */
public record CommentHeld(UUID comment, UUID video, UUID author, String text) {}
