package app.emaki.generation;

import java.util.UUID;

/**
 * The right of one worker to take one step with a generation.
 *
 * @param fence grows with each claim, so that whoever was taken over from is known by an old one
 * @param node the process that the worker runs in
 * @param masters whether the step is to master the film, for which a process has a place of its own
 */
record Claim(UUID generation, long fence, UUID node, boolean masters) {}
