package app.emaki.video;

import java.util.UUID;

/** An owner took a copy without the watermark. */
public record CleanDownloaded(UUID video, UUID account) {}
