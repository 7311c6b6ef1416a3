@NullMarked
package app.emaki.generation;

import org.jspecify.annotations.NullMarked;
