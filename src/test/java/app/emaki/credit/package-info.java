@NullMarked
package app.emaki.credit;

import org.jspecify.annotations.NullMarked;
