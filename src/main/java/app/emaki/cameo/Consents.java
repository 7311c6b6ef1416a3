package app.emaki.cameo;

import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asking for consent, giving it, and taking it back. Whatever changes it holds the cameo's row until it is done. Somebody who
 * is not the owner ends in {@link NoSuchCameo}.
 */
@Component
@Transactional
class Consents {
    /** The films that have one of some films in them, directly or by others. */
    private static final String LINE = """
            with recursive line (video) as (
                select u.video from cameo_use u where u.within = any(:videos) and u.cameo = :cameo
                union select u.video from cameo_use u join line l on u.within = l.video where u.cameo = :cameo)
            """;

    private static final RateLimits.Limit ASKING = new RateLimits.Limit(20, Duration.ofHours(1));

    private final JdbcClient jdbc;
    private final CameoQuery query;
    private final NeverWords never;
    private final RateLimits limits;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Consents(
            JdbcClient jdbc,
            CameoQuery query,
            NeverWords never,
            RateLimits limits,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.query = query;
        this.never = never;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Asks the owner; asking again changes nothing until they have answered, and nothing at all after a no. */
    void ask(Viewer viewer, UUID cameo, String words) {
        var asked = query.find(viewer.id(), cameo)
                .filter(it -> it.standing() != Standing.NONE)
                .orElseThrow(NoSuchCameo::new);
        if (asked.standing() != Standing.ASK) {
            return;
        }
        limits.take("cameo-ask:" + viewer.id(), ASKING).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        jdbc.sql("""
                        insert into cameo_grant (id, cameo, account, state, words, asked_at)
                        values (:id, :cameo, :account, 'ASKED', :words, :now)
                        on conflict (cameo, account) do update set state = 'ASKED', words = excluded.words, once = false,
                            asked_at = excluded.asked_at, decided_at = null where cameo_grant.state = 'ALLOWED'""")
                .param("id", ids.next())
                .param("cameo", cameo)
                .param("account", viewer.id())
                .param("words", words)
                .param("now", now())
                .update();
        events.publishEvent(new CameoAsked(cameo, asked.owner(), viewer.id(), words));
    }

    /** Says yes, for one film or until it is taken back, or no. */
    void answer(UUID owner, UUID cameo, UUID account, boolean allowed, boolean once) {
        hold(owner, cameo, allowed);
        if (!allowed) {
            takeBackYes(cameo, account);
        }
        int changed = jdbc.sql("""
                        update cameo_grant set state = :state, once = :once, decided_at = :now
                        where cameo = :cameo and account = :account""")
                .param("state", allowed ? "ALLOWED" : "REFUSED")
                .param("once", allowed && once)
                .param("now", now())
                .param("cameo", cameo)
                .param("account", account)
                .update();
        if (changed == 0) {
            throw new NoSuchCameo();
        }
        events.publishEvent(new CameoAnswered(cameo, owner, account, allowed));
        var act = !allowed ? "refused" : once ? "once" : "allowed";
        log(owner, act, account, cameo, "");
    }

    /** A no in place of a yes for one film: that film is not shown on it any more. A no to what was asked since leaves it alone. */
    private void takeBackYes(UUID cameo, UUID account) {
        jdbc.sql("""
                        update cameo_use u set under_yes = null from cameo_grant g
                        where g.cameo = :cameo and g.account = :account and g.state = 'ALLOWED' and u.cameo = :cameo
                          and u.account = :account and u.under_yes = g.decided_at""").param("cameo", cameo).param("account", account).update();
    }

    /** Agrees to one film, also one that was refused before, or refuses it. */
    void decide(UUID owner, UUID use, boolean allowed) {
        var found = jdbc.sql("""
                        select u.cameo, u.account, u.video, u.unmade_at is null as made from cameo_use u join cameo c on c.id = u.cameo
                        where u.id = ? and c.owner = ? and c.deleted_at is null""").params(use, owner).query(Use.class).optional().orElseThrow(NoSuchCameo::new);
        hold(owner, found.cameo(), allowed);
        var before = jdbc.sql("select state from cameo_use where id = ?")
                .param(use)
                .query(String.class)
                .single();
        var after = allowed ? "ALLOWED" : before.equals("PENDING") ? "REFUSED" : "REVOKED";
        jdbc.sql("update cameo_use set state = ?, decided_at = ?, before_bar = null where id = ?")
                .params(after, now(), use)
                .update();
        if (allowed) {
            events.publishEvent(new CameoAnswered(found.cameo(), owner, found.account(), true));
            events.publishEvent(new CameoReturned(found.cameo(), found.video()));
        } else {
            var gone = new ArrayList<>(List.of(found));
            gone.addAll(extensions(found.cameo(), gone));
            revoked(owner, found.cameo(), gone);
        }
        log(owner, "film." + after.toLowerCase(Locale.ROOT), found.account(), found.video(), before + " → " + after);
    }

    /** Takes everything back from one person: what they may do, and every film of theirs. */
    void revoke(UUID owner, UUID cameo, UUID account) {
        holdEvenBarred(owner, cameo);
        jdbc.sql("""
                        insert into cameo_grant (id, cameo, account, state, asked_at, decided_at)
                        values (:id, :cameo, :account, 'REVOKED', :now, :now)
                        on conflict (cameo, account) do update set state = 'REVOKED', decided_at = excluded.decided_at""")
                .param("id", ids.next())
                .param("cameo", cameo)
                .param("account", account)
                .param("now", now())
                .update();
        int films = withdraw(owner, cameo, account, Sparing.NONE);
        log(owner, "revoked", account, cameo, "films " + films);
    }

    /** Takes everything back from everybody, and shuts the cameo for all but its owner. */
    void revokeAll(UUID owner, UUID cameo) {
        int films = shut(owner, cameo);
        log(owner, "revoked.all", null, cameo, "films " + films);
    }

    private int shut(UUID owner, UUID cameo) {
        holdEvenBarred(owner, cameo);
        jdbc.sql("update cameo set level = 'NOBODY' where id = ?").param(cameo).update();
        jdbc.sql(
                        "update cameo_grant set state = 'REVOKED', decided_at = ? where cameo = ? and state in ('ASKED', 'ALLOWED')")
                .params(now(), cameo)
                .update();
        return withdraw(owner, cameo, null, Sparing.NONE);
    }

    /** Ends a cameo: every consent, every film, and the portrait at once. */
    void delete(UUID owner, UUID cameo) {
        int films = end(owner, cameo);
        log(owner, "deleted", null, cameo, "films " + films);
    }

    /** Ends every cameo of an account that is closed; the log comes last, as all who write to it wait for one another. */
    void deleteAll(UUID owner) {
        var ended = new LinkedHashMap<UUID, Integer>();
        query.own(owner).forEach(cameo -> ended.put(cameo.id(), end(owner, cameo.id())));
        ended.forEach((cameo, films) -> log(owner, "deleted.closed", null, cameo, "films " + films));
    }

    private int end(UUID owner, UUID cameo) {
        int films = shut(owner, cameo);
        jdbc.sql("delete from cameo_portrait where cameo = ?").param(cameo).update();
        jdbc.sql("delete from cameo_voice where cameo = ?").param(cameo).update();
        jdbc.sql("update cameo set deleted_at = ?, description = '', never = '' where id = ?")
                .params(now(), cameo)
                .update();
        return films;
    }

    /** Changes who may use a cameo; those whom that shuts out lose what they have not shown yet when they want to show it. */
    void change(UUID owner, UUID cameo, Terms terms, boolean hide) {
        hold(owner, cameo);
        var before = query.find(owner, cameo).orElseThrow(NoSuchCameo::new);
        var changed = changes(before, terms);
        var stood = new LinkedHashMap<UUID, Standing>();
        if (hide) {
            users(cameo).stream()
                    .filter(account -> !account.equals(owner))
                    .forEach(account -> stood.put(account, standing(account, cameo)));
        }
        jdbc.sql("""
                        update cameo set name = :name, look = :look, description = :description, level = :level, asks_each = :each,
                               restrictions = :restrictions, never = :never, ends_at = :ends, terms_at = case when :changed then :now else terms_at end
                        where id = :id""")
                .param("name", terms.name())
                .param("look", terms.look().name())
                .param("description", terms.description())
                .param("level", terms.level().name())
                .param("each", terms.asksEach())
                .param(
                        "restrictions",
                        terms.restrictions().stream().map(Enum::name).toArray(String[]::new))
                .param("never", terms.never())
                .param("changed", !changed.isEmpty())
                .param("now", now())
                .param("ends", terms.endsAt() == null ? null : Timestamp.from(terms.endsAt()))
                .param("id", cameo)
                .update();
        int films = 0;
        if (hide) {
            films = stood.entrySet().stream()
                    .mapToInt(user -> shutOut(owner, user.getKey(), cameo, user.getValue()))
                    .sum();
            films += withdrawAgainst(owner, cameo);
        }
        if (!changed.isEmpty() || films > 0) {
            log(
                    owner,
                    "limited",
                    null,
                    cameo,
                    changed + (films > 0 ? (changed.isEmpty() ? "" : "; ") + "films " + films : ""));
        }
    }

    /**
     * Takes back what somebody made who may not use a cameo any more. A yes for one film shuts nobody out of that film, unless
     * the terms are narrower than those before.
     */
    private int shutOut(UUID owner, UUID account, UUID cameo, Standing before) {
        var now = standing(account, cameo);
        if (now == Standing.ALLOWED) {
            return 0;
        }
        return withdraw(owner, cameo, account, now.compareTo(before) > 0 ? Sparing.DECIDED : Sparing.EVERY_YES);
    }

    private Standing standing(UUID account, UUID cameo) {
        return query.find(account, cameo).orElseThrow(NoSuchCameo::new).standing();
    }

    /** What is said otherwise now of who may use a cameo; its name and looks are nobody else's business. */
    private static String changes(CameoView before, Terms now) {
        var changes = new ArrayList<String>();
        if (before.level() != now.level()) {
            changes.add("level " + before.level() + " → " + now.level());
        }
        if (before.asksEach() != now.asksEach()) {
            changes.add("asks each " + before.asksEach() + " → " + now.asksEach());
        }
        if (!Set.copyOf(before.restrictions()).equals(Set.copyOf(now.restrictions()))) {
            changes.add("never " + before.restrictions() + " → " + now.restrictions());
        }
        if (!before.never().equals(now.never())) {
            changes.add("words kept away");
        }
        if (!Objects.equals(before.endsAt(), now.endsAt())) {
            changes.add("ends " + (before.endsAt() == null ? "—" : before.endsAt()) + " → "
                    + (now.endsAt() == null ? "—" : now.endsAt()));
        }
        return String.join("; ", changes);
    }

    private List<UUID> users(UUID cameo) {
        return jdbc.sql("select distinct account from cameo_use where cameo = ? and state in ('PENDING', 'ALLOWED')")
                .param(cameo)
                .query(UUID.class)
                .list();
    }

    /** Takes back what one person, or everybody, made. */
    private int withdraw(UUID owner, UUID cameo, @Nullable UUID account, Sparing sparing) {
        var gone = jdbc.sql("""
                        update cameo_use set state = 'REVOKED', decided_at = :now
                        where cameo = :cameo and state in ('PENDING', 'ALLOWED')
                          and (cast(:account as uuid) is null or account = :account)
                          and (not :decided or decided_at is null) and (not :yes or under_yes is null)
                        returning cameo, account, video, unmade_at is null as made""")
                .param("now", now())
                .param("cameo", cameo)
                .param("account", account)
                .param("decided", sparing != Sparing.NONE)
                .param("yes", sparing == Sparing.EVERY_YES)
                .query(Use.class)
                .list();
        // what was taken back stays so when a moderator lets the cameo in again
        var barred = jdbc.sql("""
                        update cameo_use set before_bar = null
                        where cameo = :cameo and before_bar is not null and (cast(:account as uuid) is null or account = :account)
                        returning cameo, account, video, unmade_at is null as made""")
                .param("cameo", cameo)
                .param("account", account)
                .query(Use.class)
                .list();
        gone.addAll(
                extensions(cameo, Stream.concat(gone.stream(), barred.stream()).toList()));
        var accounts = gone.stream().map(Use::account).collect(Collectors.toSet());
        if (account != null) {
            accounts.add(account);
        }
        events.publishEvent(
                new CameoRevoked(cameo, owner, gone.stream().map(Use::video).toList(), Set.copyOf(accounts)));
        return made(gone);
    }

    /** Takes back what others made with words that are kept away by now, unless the owner said yes to that very film. */
    private int withdrawAgainst(UUID owner, UUID cameo) {
        var now = query.find(owner, cameo).orElseThrow(NoSuchCameo::new);
        var against = jdbc.sql("""
                        select id, prompt from cameo_use
                        where cameo = ? and account <> ? and state in ('PENDING', 'ALLOWED') and decided_at is null""").params(cameo, owner).query(Ordered.class).list().stream()
                .filter(use -> !never.in(use.prompt(), now).isEmpty())
                .map(Ordered::id)
                .toArray(UUID[]::new);
        if (against.length == 0) {
            return 0;
        }
        var gone = jdbc.sql("""
                        update cameo_use set state = 'REVOKED', decided_at = ? where id = any(?) returning cameo, account, video, unmade_at is null as made""").params(now(), against).query(Use.class).list();
        gone.addAll(extensions(cameo, List.copyOf(gone)));
        revoked(owner, cameo, gone);
        return made(gone);
    }

    /** Takes a likeness back from the films that have one of these in them, as they go on in the same film; those in the making, too. */
    private List<Use> extensions(UUID cameo, List<Use> gone) {
        if (gone.isEmpty()) {
            return List.of();
        }
        var videos = gone.stream().map(Use::video).toArray(UUID[]::new);
        jdbc.sql(LINE + "update cameo_use set before_bar = null where cameo = :cameo and before_bar is not null"
                        + " and video in (select video from line)")
                .param("videos", videos)
                .param("cameo", cameo)
                .update();
        return jdbc.sql(LINE + """
                        update cameo_use set state = 'REVOKED', decided_at = :now
                        where cameo = :cameo and state in ('PENDING', 'ALLOWED') and video in (select video from line)
                        returning cameo, account, video, unmade_at is null as made""")
                .param("videos", videos)
                .param("now", now())
                .param("cameo", cameo)
                .query(Use.class)
                .list();
    }

    /** How many films there are of these: some were ordered and never finished. */
    private static int made(List<Use> gone) {
        return Math.toIntExact(gone.stream().filter(Use::made).count());
    }

    private void revoked(UUID owner, UUID cameo, List<Use> gone) {
        events.publishEvent(new CameoRevoked(
                cameo,
                owner,
                gone.stream().map(Use::video).toList(),
                gone.stream().map(Use::account).collect(Collectors.toUnmodifiableSet())));
    }

    private void log(UUID owner, String act, @Nullable UUID about, UUID topic, String why) {
        events.publishEvent(new ConsentChanged(owner, "cameo.act." + act, about, topic, why));
    }

    private void hold(UUID owner, UUID cameo) {
        if (holdEvenBarred(owner, cameo)) {
            throw new NoSuchCameo();
        }
    }

    /** To take something back goes on while a moderator has closed the cameo, to give does not. */
    private void hold(UUID owner, UUID cameo, boolean gives) {
        if (gives) {
            hold(owner, cameo);
        } else {
            holdEvenBarred(owner, cameo);
        }
    }

    /** Whether a moderator has closed it. */
    private boolean holdEvenBarred(UUID owner, UUID cameo) {
        return jdbc.sql(
                        "select barred_at is not null from cameo where id = ? and owner = ? and deleted_at is null for update")
                .params(cameo, owner)
                .query(Boolean.class)
                .optional()
                .orElseThrow(NoSuchCameo::new);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /** What stays when consent is taken back. */
    private enum Sparing {
        NONE,
        /** What the owner said yes to by itself. */
        DECIDED,
        /** That, and what was ordered under a yes for one film. */
        EVERY_YES
    }

    private record Ordered(UUID id, String prompt) {}

    private record Use(UUID cameo, UUID account, UUID video, boolean made) {}
}
