package app.emaki.model;

import java.util.List;

/**
 * Moments of a film to draw.
 *
 * @param script the prompt taken apart, as JSON; see {@link RenderRequest}
 * @param seconds of the whole film
 * @param moments in seconds from its start
 */
public record SketchRequest(String script, Aspect aspect, double seconds, List<Double> moments) {}
