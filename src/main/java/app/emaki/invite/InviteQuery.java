package app.emaki.invite;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads who sits where and who brought whom. */
@Repository
class InviteQuery {
    private static final int PAGE = 20;
    private static final int MOST_BRANCHES = 200;

    private final JdbcClient jdbc;

    InviteQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who sat down by a code, in the order of the seats. */
    List<Seated> seated(UUID invite) {
        return jdbc.sql("""
                        select a.handle, a.display_name as name, u.seat, u.used_at as at
                        from invite_use u join account a on a.id = u.account_id
                        where u.invite_id = ? order by u.seat""").param(invite).query(Seated.class).list();
    }

    /** Who brought somebody, and to which seat; empty for whoever set Emaki up. */
    Optional<Seated> host(UUID guest) {
        return jdbc.sql("""
                        select a.handle, a.display_name as name, u.seat, u.used_at as at
                        from invite_use u join invite i on i.id = u.invite_id join account a on a.id = i.owner_id
                        where u.account_id = ?""").param(guest).query(Seated.class).optional();
    }

    /** Somebody and whom they brought, so many generations down. */
    Branch branch(UUID root, int generations) {
        var rows = jdbc.sql("""
                        with recursive branch as (
                            select id, null::uuid as host, 0 as depth, created_at as at from account where id = :root
                            union all
                            select u.account_id, i.owner_id, b.depth + 1, u.used_at
                            from branch b join invite i on i.owner_id = b.id join invite_use u on u.invite_id = i.id
                            where b.depth < :generations)
                        select b.id, b.host, a.handle, a.display_name as name, a.standing
                        from branch b join account a on a.id = b.id
                        order by b.depth, b.at limit :most""")
                .param("root", root)
                .param("generations", generations)
                .param("most", MOST_BRANCHES)
                .query(Node.class)
                .list();
        var branches = new HashMap<UUID, Branch>();
        for (var row : rows) {
            var branch = new Branch(row.handle(), row.name(), row.standing(), new ArrayList<>());
            branches.put(row.id(), branch);
            var host = row.host() == null ? null : branches.get(row.host());
            if (host != null) {
                host.guests().add(branch);
            }
        }
        return Optional.ofNullable(branches.get(root)).orElseThrow(NoSuchInvite::new);
    }

    /** The tickets of a chain as its page shows them, in the order in which they were handed on. */
    List<Link> chain(UUID root, Instant now) {
        var links = jdbc.sql("""
                        select i.id, a.handle, a.display_name as name, i.seats, i.used,
                               i.state = 'OPEN' and (i.expires_at is null or i.expires_at > :now) as open,
                               (select count(*) from seat_hold h where h.invite_id = i.id and h.expires_at > :now) as held
                        from invite i join account a on a.id = i.owner_id
                        where (i.id = :root or i.chain_id = :root) and a.standing = 'ACTIVE'
                        order by (i.id <> :root), i.chained_at, i.id limit :most""")
                .param("root", root)
                .param("now", Timestamp.from(now))
                .param("most", MOST_BRANCHES)
                .query(LinkRow.class)
                .list();
        var seated = new HashMap<UUID, List<Seated>>();
        if (!links.isEmpty()) {
            jdbc.sql("""
                            select u.invite_id, a.handle, a.display_name as name, u.seat, u.used_at as at
                            from invite_use u join account a on a.id = u.account_id
                            where u.invite_id in (:ids) order by u.seat""")
                    .param("ids", links.stream().map(LinkRow::id).toList())
                    .query(SeatRow.class)
                    .list()
                    .forEach(seat -> seated.computeIfAbsent(seat.inviteId(), id -> new ArrayList<>())
                            .add(new Seated(seat.handle(), seat.name(), seat.seat(), seat.at())));
        }
        return links.stream()
                .map(link -> new Link(
                        link.handle(),
                        link.name(),
                        link.open() ? Math.max(0, link.seats() - link.used() - link.held()) : 0,
                        link.seats(),
                        link.used(),
                        link.held(),
                        seated.getOrDefault(link.id(), List.of())))
                .toList();
    }

    /** Suspended accounts whose branch nobody has looked at yet, with the size of it, latest first. */
    List<Branched> branchesToLookAt() {
        return jdbc.sql("""
                        select a.handle, a.display_name as name, r.suspended_at as at,
                               (select count(*) from invite i join invite_use u on u.invite_id = i.id where i.owner_id = a.id) as guests
                        from branch_review r join account a on a.id = r.account_id
                        where r.looked_at is null order by r.suspended_at desc, r.account_id desc limit 50""").query(Branched.class).list();
    }

    /** Offers the branch of a suspended account for review, if there is one. */
    void offerBranch(UUID account, Instant now) {
        jdbc.sql("""
                        insert into branch_review (account_id, suspended_at)
                        select :account, :now where exists (
                            select from invite i join invite_use u on u.invite_id = i.id where i.owner_id = :account)
                        on conflict (account_id) do update set suspended_at = excluded.suspended_at, looked_at = null, looked_by = null""")
                .param("account", account)
                .param("now", Timestamp.from(now))
                .update();
    }

    void lookedAtBranch(String handle, UUID by, Instant now) {
        jdbc.sql(
                        "update branch_review set looked_at = ?, looked_by = ? where account_id = (select id from account where handle = ?)")
                .params(Timestamp.from(now), by, handle)
                .update();
    }

    /** The codes that admins issued, newest first. */
    Page<Issued> issued(@Nullable Cursor before) {
        var place = before == null ? new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)) : before;
        var rows = jdbc.sql("""
                        select i.id, i.code, i.note, i.seats, i.used, i.state, i.gift_credits, i.gift_plan, i.expires_at,
                               i.created_at, a.handle as admin
                        from invite i join account a on a.id = i.owner_id
                        where not i.personal and (i.created_at, i.id) < (?, ?)
                        order by i.created_at desc, i.id desc limit ?""")
                .param(Timestamp.from(place.at()))
                .param(place.id())
                .param(PAGE + 1)
                .query(Issued.class)
                .list();
        return Page.of(rows, PAGE, issued -> new Cursor(issued.createdAt(), issued.id()));
    }

    /** Codes that would seat somebody now, by their length; the more there are of one, the sooner one is guessed. */
    Map<Integer, Long> liveByLength(Instant now) {
        var counts = new TreeMap<Integer, Long>();
        jdbc.sql("""
                        select length(code) as length, count(*) as codes from invite
                        where state = 'OPEN' and used < seats and (expires_at is null or expires_at > ?) group by 1""").param(Timestamp.from(now)).query(row -> {
            counts.put(row.getInt("length"), row.getLong("codes"));
        });
        return counts;
    }

    record Seated(String handle, String name, int seat, Instant at) {
        public OffsetDateTime when() {
            return at.atOffset(ZoneOffset.UTC);
        }
    }

    record Branch(String handle, String name, String standing, List<Branch> guests) {}

    private record Node(UUID id, @Nullable UUID host, String handle, String name, String standing) {}

    /** One ticket of a chain; {@code free} seats can be had now. */
    record Link(String handle, String name, int free, int seats, int used, int held, List<Seated> seated) {}

    record Branched(String handle, String name, Instant at, int guests) {
        public OffsetDateTime when() {
            return at.atOffset(ZoneOffset.UTC);
        }
    }

    private record LinkRow(UUID id, String handle, String name, int seats, int used, boolean open, int held) {}

    private record SeatRow(UUID inviteId, String handle, String name, int seat, Instant at) {}

    record Issued(
            UUID id,
            String code,
            String note,
            int seats,
            int used,
            Invite.State state,
            int giftCredits,
            @Nullable String giftPlan,
            @Nullable Instant expiresAt,
            Instant createdAt,
            String admin) {

        public @Nullable OffsetDateTime until() {
            return expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC);
        }

        public boolean expired(Instant now) {
            return expiresAt != null && !now.isBefore(expiresAt);
        }
    }
}
