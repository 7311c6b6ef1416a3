package app.emaki.video;

import app.emaki.media.MediaKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Entity
class Video {
    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID author;

    private String model;
    private String prompt;
    private String language;
    private String film;
    private String clean;
    private String poster;
    private @Nullable String captions;
    private @Nullable String strip;
    private int stripTiles;
    private int width;
    private int height;
    private double seconds;
    private boolean sound;
    private int placeholder;
    private long seed;
    private @Nullable String plan;
    private @Nullable String script;

    @Column(updatable = false)
    private @Nullable UUID remixOf;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private @Nullable Kin kin;

    @Column(updatable = false)
    private double lead;

    @Column(updatable = false)
    private Instant createdAt;

    private String caption;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    private boolean promptShown;

    @Enumerated(EnumType.STRING)
    private Remixable remixable;

    private boolean commercial;
    private @Nullable Instant publishedAt;
    private @Nullable Instant takenDownAt;
    private @Nullable String takenDownReason;
    private @Nullable Instant heldAt;
    private @Nullable Instant passedAt;
    private boolean limited;
    private @Nullable Instant deletedAt;
    private @Nullable Instant erasedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    protected Video() {}

    Video(NewVideo fresh, Instant now) {
        this.id = fresh.id();
        this.author = fresh.author();
        this.model = fresh.model();
        this.prompt = fresh.prompt();
        this.language = fresh.language();
        this.film = fresh.film().value();
        this.clean = fresh.clean().value();
        this.poster = fresh.poster().value();
        var track = fresh.captions();
        this.captions = track == null ? null : track.value();
        var tiles = fresh.strip();
        this.strip = tiles == null ? null : tiles.file().value();
        this.stripTiles = tiles == null ? 0 : tiles.tiles();
        this.width = fresh.width();
        this.height = fresh.height();
        this.seconds = fresh.seconds();
        this.sound = fresh.sound();
        this.placeholder = fresh.placeholder();
        this.seed = fresh.seed();
        this.plan = fresh.plan();
        this.script = fresh.script();
        this.remixOf = fresh.remixOf();
        this.kin = fresh.kin();
        this.lead = fresh.lead();
        this.createdAt = now;
        this.caption = "";
        this.visibility = Visibility.PRIVATE;
        this.remixable = Remixable.EVERYONE;
    }

    void publish(Publication publication, Instant now) {
        if (!seenByOthers()) {
            publishedAt = now;
        }
        heldAt = null;
        take(publication);
    }

    private void take(Publication publication) {
        caption = publication.caption();
        visibility = publication.visibility();
        promptShown = publication.promptShown();
        var whom = publication.remixable();
        remixable = whom == null ? remixable : whom;
        commercial = publication.commercial();
    }

    /** Keeps words beneath a draft, unseen until it is published with them. */
    void note(String words) {
        caption = words;
    }

    void unpublish() {
        publishedAt = null;
        heldAt = null;
    }

    /** As its author would show it, but nobody sees it until a person has looked. */
    void hold(Publication publication, Instant now) {
        take(publication);
        hold(now);
    }

    void hold(Instant now) {
        publishedAt = null;
        heldAt = now;
    }

    /** A person has looked: it is seen from now on, unless its author took it back meanwhile. */
    void release(Instant now) {
        passedAt = now;
        if (heldAt != null) {
            heldAt = null;
            publishedAt = now;
        }
    }

    /** A person has looked, but it is not to be seen yet for another reason. */
    void pass(Instant now) {
        passedAt = now;
        unpublish();
    }

    /** Out of For you, or back in it. */
    void limit(boolean limited) {
        this.limited = limited;
    }

    boolean passed() {
        return passedAt != null;
    }

    void takeDown(String reason, Instant now) {
        heldAt = null;
        takenDownAt = now;
        takenDownReason = reason;
    }

    void restore() {
        takenDownAt = null;
        takenDownReason = null;
    }

    void delete(Instant now) {
        deletedAt = now;
    }

    void undelete(Instant now, Duration grace) {
        if (deletedAt == null || erasedAt != null || deletedAt.plus(grace).isBefore(now)) {
            throw new NoSuchVideo();
        }
        deletedAt = null;
    }

    /** Forgets everything that its author made; the bare row stays, as others' remixes and decisions point at it. */
    void erase(Instant now) {
        if (deletedAt == null) {
            throw new IllegalStateException("Only a deleted video can be erased");
        }
        prompt = "";
        plan = null;
        script = null;
        caption = "";
        promptShown = false;
        erasedAt = now;
    }

    Visibility visibility() {
        return visibility;
    }

    /** Whether, left to its author, anybody else could watch it. */
    boolean seenByOthers() {
        return publishedAt != null && visibility != Visibility.PRIVATE && deletedAt == null;
    }

    boolean deleted() {
        return deletedAt != null;
    }

    boolean takenDown() {
        return takenDownAt != null;
    }

    List<MediaKey> files() {
        return Stream.of(film, clean, poster, captions, strip)
                .filter(Objects::nonNull)
                .map(MediaKey::new)
                .toList();
    }

    MediaKey clean() {
        return new MediaKey(clean);
    }

    /** The words that others may find it by. */
    String searchable() {
        return caption + " " + model + (promptShown ? " " + prompt : "");
    }

    UUID id() {
        return id;
    }

    UUID author() {
        return author;
    }

    String prompt() {
        return prompt;
    }

    String caption() {
        return caption;
    }

    boolean commercial() {
        return commercial;
    }

    @Nullable
    UUID remixOf() {
        return remixOf;
    }
}
