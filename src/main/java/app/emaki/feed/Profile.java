package app.emaki.feed;

import java.time.Instant;
import java.util.UUID;

/**
 * A person's page as one viewer sees it.
 *
 * @param videos how many of theirs this viewer finds in lists
 * @param remixes how often theirs were continued
 * @param open whether this viewer may see more of the person than their name
 * @param severed whether a block stands between the two, either way; then nothing else is shown
 */
record Profile(
        UUID id,
        String handle,
        String name,
        String about,
        Instant since,
        long videos,
        long remixes,
        long followers,
        long followed,
        boolean following,
        boolean blocking,
        boolean muting,
        boolean severed,
        boolean own,
        boolean open,
        boolean showsFollowers,
        boolean showsFollowed) {}
