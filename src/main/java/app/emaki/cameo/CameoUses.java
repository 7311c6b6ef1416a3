package app.emaki.cameo;

import app.emaki.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of the uses, and the locks by which those who order, show and take back wait for one another. */
@Repository
class CameoUses {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    CameoUses(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whose likenesses are in a film. */
    List<UUID> cameos(UUID video) {
        return jdbc.sql("select cameo from cameo_use where video = ?")
                .param(video)
                .query(UUID.class)
                .list();
    }

    List<Use> of(UUID video) {
        return jdbc.sql("""
                        select u.cameo, u.state, u.prompt, u.decided_at, u.under_yes, c.terms_at from cameo_use u
                        join cameo c on c.id = u.cameo where u.video = ? order by u.cameo""").param(video).query(Use.class).list();
    }

    /** Nothing is taken back from these cameos until the end of the transaction. */
    void lock(Collection<UUID> cameos) {
        if (!cameos.isEmpty()) {
            jdbc.sql("select id from cameo where id = any(?) order by id for share")
                    .param(cameos.toArray(UUID[]::new))
                    .query(UUID.class)
                    .list();
        }
    }

    /** Nobody else takes a yes that was said to this account until the end of the transaction. */
    void lockYes(UUID account, Collection<UUID> cameos) {
        if (!cameos.isEmpty()) {
            jdbc.sql("select id from cameo_grant where account = ? and cameo = any(?) order by id for update")
                    .params(account, cameos.toArray(UUID[]::new))
                    .query(UUID.class)
                    .list();
        }
    }

    /** No other film of the same yes is shown until the end of the transaction. */
    void lockSameYes(UUID video) {
        jdbc.sql("""
                        select o.id from cameo_use u join cameo_use o
                          on o.cameo = u.cameo and o.account = u.account and o.under_yes = u.under_yes
                        where u.video = ? order by o.id for update of o""").param(video).query(UUID.class).list();
    }

    /**
     * Writes down a copy of a film, which waits for the yes of its person unless it is the person's own; a no to that film is a no to
     * the copy.
     */
    void bring(UUID account, CameoView cameo, UUID video, String prompt, UUID copyOf) {
        write(account, cameo, video, prompt, !cameo.own(), copyOf, false);
    }

    /** Writes down that a film was ordered. Where it is only for a yes for one film that it may be, it takes that yes. */
    void order(UUID account, CameoView cameo, UUID video, String prompt, boolean waiting, @Nullable UUID within) {
        write(
                account,
                cameo,
                video,
                prompt,
                waiting,
                within,
                !cameo.own() && !cameo.facts().open());
    }

    private void write(
            UUID account,
            CameoView cameo,
            UUID video,
            String prompt,
            boolean waiting,
            @Nullable UUID within,
            boolean takesYes) {
        jdbc.sql("""
                        insert into cameo_use (id, cameo, account, video, prompt, state, created_at, within, under_yes)
                        values (:id, :cameo, :account, :video, :prompt, :state, :now, cast(:within as uuid), case when :yes then (
                            select g.decided_at from cameo_grant g where g.cameo = :cameo and g.account = :account and g.once
                              and g.state = 'ALLOWED') end)""")
                .param("id", ids.next())
                .param("cameo", cameo.id())
                .param("account", account)
                .param("video", video)
                .param("prompt", prompt)
                .param("state", waiting ? "PENDING" : "ALLOWED")
                .param("now", Timestamp.from(clock.instant()))
                .param("within", within)
                .param("yes", takesYes)
                .update();
    }

    /** Whose likenesses are in a film that they said no to. */
    Set<UUID> refused(UUID video) {
        return jdbc.sql("select cameo from cameo_use where video = ? and state in ('REFUSED', 'REVOKED')")
                .param(video)
                .query(UUID.class)
                .set();
    }

    /** The uses of likenesses in some films that were made. */
    List<Carried> carried(Collection<UUID> films) {
        return films.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select id, cameo, account, video, state, within from cameo_use where video = any(?) and unmade_at is null order by id")
                        .param(films.toArray(UUID[]::new))
                        .query(Carried.class)
                        .list();
    }

    /** Writes a use down once more, for a copy of its film: with what was said, and under the same yes if it was for one film. */
    void copy(UUID use, UUID video) {
        jdbc.sql("""
                        insert into cameo_use (id, cameo, account, video, prompt, state, created_at, decided_at, under_yes, within)
                        select :id, cameo, account, :video, prompt, state, :now, decided_at, under_yes, video from cameo_use where id = :use""")
                .param("id", ids.next())
                .param("video", video)
                .param("now", Timestamp.from(clock.instant()))
                .param("use", use)
                .update();
    }

    /** A film that was ordered while no yes was needed takes the yes for one film that it is shown under, if that is what there is. */
    void takeYes(UUID cameo, UUID account, UUID video) {
        jdbc.sql("""
                        update cameo_use u set under_yes = g.decided_at from cameo_grant g
                        where u.cameo = :cameo and u.video = :video and u.under_yes is null
                          and g.cameo = :cameo and g.account = :account and g.once and g.state = 'ALLOWED'""")
                .param("cameo", cameo)
                .param("account", account)
                .param("video", video)
                .update();
    }

    /** A film that was to be shown waits for its person. */
    void await(UUID cameo, UUID video) {
        jdbc.sql("update cameo_use set state = 'PENDING' where cameo = ? and video = ?")
                .params(cameo, video)
                .update();
    }

    /** A yes was for one film only: the other takes of the same order now wait for a yes of their own. */
    void spend(UUID cameo, UUID account, UUID video) {
        jdbc.sql("""
                        update cameo_use o set state = 'PENDING' from cameo_use u
                        where u.cameo = :cameo and u.video = :video and o.cameo = :cameo and o.account = :account
                          and o.under_yes = u.under_yes and o.video <> :video and o.state = 'ALLOWED' and o.decided_at is null""")
                .param("cameo", cameo)
                .param("account", account)
                .param("video", video)
                .update();
    }

    /**
     * A use that goes with the copies of its film.
     *
     * @param within the film that this one has in it or is a copy of; null for a film of its own
     */
    record Carried(
            UUID id,
            UUID cameo,
            UUID account,
            UUID video,
            String state,
            @Nullable UUID within) {
        boolean allowedTo(UUID account) {
            return this.account.equals(account) && state.equals("ALLOWED");
        }

        boolean refused() {
            return state.equals("REFUSED") || state.equals("REVOKED");
        }
    }

    /**
     * What was ordered with a likeness.
     *
     * @param decidedAt when its person said yes to this very film
     * @param underYes when they said the yes for one film that this one was ordered under
     * @param termsAt since when the terms of the likeness are what they are
     */
    record Use(
            UUID cameo,
            String state,
            String prompt,
            @Nullable Instant decidedAt,
            @Nullable Instant underYes,
            Instant termsAt) {

        /** Whether the yes to this film was said under the terms that stand now. */
        boolean covers() {
            return decidedAfter(termsAt);
        }

        boolean decidedAfter(@Nullable Instant at) {
            return decidedAt != null && at != null && !decidedAt.isBefore(at);
        }
    }
}
