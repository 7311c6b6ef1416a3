package app.emaki.cameo;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes cameos and gives them another portrait. Every one begins for its owner alone. */
@Component
@Transactional
class OwnCameos {
    /** The consent text that is shown now; a new text gets a new version. */
    static final String CONSENT = "2026-11-25";

    private final JdbcClient jdbc;
    private final CameoQuery query;
    private final Portraits portraits;
    private final Voices voices;
    private final Accounts accounts;
    private final CameoLimits limits;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OwnCameos(
            JdbcClient jdbc,
            CameoQuery query,
            Portraits portraits,
            Voices voices,
            Accounts accounts,
            CameoLimits limits,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.query = query;
        this.portraits = portraits;
        this.voices = voices;
        this.accounts = accounts;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Makes a cameo.
     *
     * @param handle of a character; null for a person, who goes by that of the account
     * @param challenge how the words came back; null for a character
     * @param spoken the words as they were read aloud; null when they were typed
     * @throws HandleTaken when somebody, or another character, goes by that handle, or the owner has as many as there may be
     */
    UUID make(
            Viewer owner,
            Kind kind,
            @Nullable String handle,
            Terms terms,
            @Nullable String challenge,
            String language,
            Portrait portrait,
            @Nullable Recording spoken) {
        refuseTooMany(owner, kind);
        refuseClosed(owner, kind, handle);
        if (handle != null && accounts.find(handle).isPresent()) {
            throw new HandleTaken("handle.taken");
        }
        var id = ids.next();
        var now = Timestamp.from(clock.instant());
        try {
            jdbc.sql("""
                            insert into cameo (id, owner, kind, handle, name, look, description, level, asks_each, challenge,
                                               consent_version, consent_language, consented_at, created_at, terms_at)
                            values (:id, :owner, :kind, :handle, :name, :look, :description, :level, false, :challenge,
                                    :version, :language, :now, :now, :now)""")
                    .param("id", id)
                    .param("owner", owner.id())
                    .param("kind", kind.name())
                    .param("handle", handle)
                    .param("name", terms.name())
                    .param("look", terms.look().name())
                    .param("description", terms.description())
                    .param("level", terms.level().name())
                    .param("challenge", challenge)
                    .param("version", CONSENT)
                    .param("language", language)
                    .param("now", now)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new HandleTaken(kind == Kind.PERSON ? "person.there" : "handle.taken");
        }
        portraits.keep(id, portrait);
        if (spoken != null) {
            voices.keep(id, spoken);
        }
        consented(owner, "cameo.act.made", id, language);
        return id;
    }

    /** Takes another portrait in place of the old one, with consent and challenge given anew. */
    void replace(
            Viewer owner,
            UUID cameo,
            @Nullable String challenge,
            String language,
            Portrait portrait,
            @Nullable Recording spoken) {
        int found = jdbc.sql("""
                        update cameo set challenge = :challenge, consent_version = :version, consent_language = :language, consented_at = :now
                        where id = :id and owner = :owner and deleted_at is null""")
                .param("challenge", challenge)
                .param("version", CONSENT)
                .param("language", language)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", cameo)
                .param("owner", owner.id())
                .update();
        if (found == 0) {
            throw new NoSuchCameo();
        }
        portraits.keep(cameo, portrait);
        voices.erase(cameo);
        if (spoken != null) {
            voices.keep(cameo, spoken);
        }
        consented(owner, "cameo.act.replaced", cameo, language);
    }

    /** Which text the owner agreed to, for the log. */
    private void consented(Viewer owner, String act, UUID cameo, String language) {
        events.publishEvent(new ConsentChanged(owner.id(), act, null, cameo, CONSENT + " " + language));
    }

    private void refuseTooMany(Viewer owner, Kind kind) {
        long characters = query.own(owner.id()).stream()
                .filter(cameo -> cameo.kind() == Kind.CHARACTER)
                .count();
        if (kind == Kind.CHARACTER && characters >= limits.characters()) {
            throw new HandleTaken("characters.many");
        }
    }

    /** What a moderator closed is not to come back as a new one, even when its owner has deleted it since. */
    private void refuseClosed(Viewer owner, Kind kind, @Nullable String handle) {
        boolean closed = jdbc.sql("""
                        select exists (select from cameo where owner = :owner and kind = :kind and barred_at is not null
                            and (kind = 'PERSON' or handle = :handle))""")
                .param("owner", owner.id())
                .param("kind", kind.name())
                .param("handle", handle)
                .query(Boolean.class)
                .single();
        if (closed) {
            throw new HandleTaken("closed");
        }
    }

    /** A cameo cannot be made under this name, or not one more; the message is the last part of a message's key. */
    static class HandleTaken extends RuntimeException {
        private static final long serialVersionUID = 1;

        HandleTaken(String reason) {
            super(reason);
        }
    }
}
