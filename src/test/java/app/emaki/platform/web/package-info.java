/** Tests of what every page shares. */
@NullMarked
package app.emaki.platform.web;

import org.jspecify.annotations.NullMarked;
