@NullMarked
package app.emaki.policy;

import org.jspecify.annotations.NullMarked;
