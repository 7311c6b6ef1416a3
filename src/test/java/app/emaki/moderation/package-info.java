@NullMarked
package app.emaki.moderation;

import org.jspecify.annotations.NullMarked;
