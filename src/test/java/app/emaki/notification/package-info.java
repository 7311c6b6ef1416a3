@NullMarked
package app.emaki.notification;

import org.jspecify.annotations.NullMarked;
