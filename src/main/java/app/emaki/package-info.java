/** Emaki, the picture scroll: an invite-only AI video studio and vertical feed. */
@NullMarked
package app.emaki;

import org.jspecify.annotations.NullMarked;
