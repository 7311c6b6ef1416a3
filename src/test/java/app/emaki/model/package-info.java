@NullMarked
package app.emaki.model;

import org.jspecify.annotations.NullMarked;
