package app.emaki.social;

import java.util.UUID;

/** Somebody likes what the author wrote beneath a video. */
public record CommentLiked(UUID comment, UUID video, UUID author, UUID account) {}
