package app.emaki.model;

import java.time.Duration;

/**
 * A job that the backend has taken.
 *
 * @param remoteId the backend's name for it
 * @param pollAfter when to ask first
 */
public record Submission(String remoteId, Duration pollAfter) {}
