/**
 * The coach, who writes in the margin: rules as data that look at a prompt and say what would help, why, and how to mend it at
 * one touch. It never blocks; what is forbidden is the content policy's business.
 */
@NullMarked
package app.emaki.studio.coach;

import org.jspecify.annotations.NullMarked;
