package app.emaki.model;

import java.util.concurrent.CompletableFuture;

/**
 * Moments that are being drawn.
 *
 * @param strip a small JPEG with all of them side by side; ends exceptionally when nothing comes of it
 * @param stop gives it up
 */
public record Sketch(CompletableFuture<byte[]> strip, Runnable stop) {}
