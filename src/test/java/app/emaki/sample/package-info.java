@NullMarked
package app.emaki.sample;

import org.jspecify.annotations.NullMarked;
