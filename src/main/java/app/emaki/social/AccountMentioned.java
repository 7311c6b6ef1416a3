package app.emaki.social;

import java.util.UUID;

/** Somebody named somebody, who may watch the video, in what they wrote beneath it. */
public record AccountMentioned(UUID comment, UUID video, UUID author, UUID mentioned) {}
