package app.emaki.moderation;

import java.util.UUID;

/**
 * The thing that is reported.
 *
 * @param account whose it is
 * @param words what stands there now, kept as it was said
 */
record Subject(Kind kind, UUID id, UUID account, String words) {}
