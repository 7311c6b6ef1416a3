/**
 * What every module stands on: the clock, ids, paging cursors, rate limits and settings kept in the database. A closed list:
 * a class enters only for two users, and names no domain noun.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package app.emaki.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
