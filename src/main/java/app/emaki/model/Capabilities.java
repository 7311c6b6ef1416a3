package app.emaki.model;

import java.util.List;
import java.util.Set;

/**
 * What a model can do.
 *
 * @param lines resolutions as lines of the shorter side, lowest first, for instance 480, 720, 1080
 * @param remix whether it can start from the plan of an earlier film
 */
public record Capabilities(
        Set<Aspect> aspects,
        int minSeconds,
        int maxSeconds,
        List<Integer> lines,
        boolean sound,
        boolean seed,
        boolean negativePrompt,
        boolean remix,
        ProgressKind progress,
        CancelKind cancel) {}
