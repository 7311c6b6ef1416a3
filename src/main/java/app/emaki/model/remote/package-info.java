/**
 * Backends on other machines: one adapter for each dialect that they speak, how they are set up, and how well they are. The rest
 * of the application sees them as any {@link app.emaki.model.VideoModelClient}.
 */
@NullMarked
package app.emaki.model.remote;

import org.jspecify.annotations.NullMarked;
