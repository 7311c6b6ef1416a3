package app.emaki.social;

import java.util.UUID;

/** Somebody likes a video. */
public record VideoLiked(UUID video, UUID account) {}
