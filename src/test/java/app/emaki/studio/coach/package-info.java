@NullMarked
package app.emaki.studio.coach;

import org.jspecify.annotations.NullMarked;
