/** What every page shares: static files with a version in their address, and response headers. */
@NullMarked
package app.emaki.platform.web;

import org.jspecify.annotations.NullMarked;
