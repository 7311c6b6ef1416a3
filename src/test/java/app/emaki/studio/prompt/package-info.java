@NullMarked
package app.emaki.studio.prompt;

import org.jspecify.annotations.NullMarked;
