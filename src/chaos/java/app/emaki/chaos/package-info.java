/**
 * Fault runs: the real application as processes, two at once on one database, while they are killed, the database goes away and
 * the backend misbehaves. What must hold afterwards is looked up in the database, in the backend's own books and on the disk.
 */
@org.jspecify.annotations.NullMarked
package app.emaki.chaos;
