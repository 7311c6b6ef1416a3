/** The PostgreSQL server that Emaki brings along, for those who have none of their own. */
@NullMarked
package app.emaki.platform.database;

import org.jspecify.annotations.NullMarked;
