package app.emaki.account;

import app.emaki.platform.Cursor;
import app.emaki.platform.Ids;
import app.emaki.platform.Page;
import app.emaki.platform.web.RemoteNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who came into an account, when, how and from where, and who failed to; kept for ninety days. */
@Repository
class SignInHistory {
    static final int AGENT_LENGTH = 200;
    private static final int PAGE = 10;
    private static final Duration KEPT = Duration.ofDays(90);
    private static final Duration ONE_REFUSAL = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    SignInHistory(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    void record(UUID account, Way way, HttpServletRequest request) {
        jdbc.sql("insert into sign_in (id, account_id, way, agent, network, happened_at) values (?, ?, ?, ?, ?, ?)")
                .params(ids.next(), account, way.name(), agent(request), RemoteNetwork.of(request), now())
                .update();
    }

    /** Remembers that a login met a wrong secret; once an hour for one network, so that nobody fills the page. */
    void refused(String login, HttpServletRequest request) {
        jdbc.sql("""
                        insert into sign_in (id, account_id, way, agent, network, happened_at)
                        select :id, a.id, 'REFUSED', :agent, :network, :now from account a
                        where (a.handle = :login or a.email = :login) and not exists (
                            select from sign_in s where s.account_id = a.id and s.way = 'REFUSED' and s.network = :network
                                and s.happened_at > :hour)""")
                .param("id", ids.next())
                .param("agent", agent(request))
                .param("network", RemoteNetwork.of(request))
                .param("now", now())
                .param("login", login)
                .param("hour", Timestamp.from(clock.instant().minus(ONE_REFUSAL)))
                .update();
    }

    Page<Entry> of(UUID account, @Nullable Cursor before) {
        var place = before == null ? new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)) : before;
        var rows = jdbc.sql("""
                        select id, way, agent, network, happened_at from sign_in
                        where account_id = ? and (happened_at, id) < (?, ?)
                        order by happened_at desc, id desc limit ?""")
                .params(account, Timestamp.from(place.at()), place.id(), PAGE + 1)
                .query(Entry.class)
                .list();
        return Page.of(rows, PAGE, entry -> new Cursor(entry.happenedAt(), entry.id()));
    }

    /** Forgets what is older than ninety days. */
    int forget() {
        return jdbc.sql("delete from sign_in where happened_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static String agent(HttpServletRequest request) {
        var agent =
                Optional.ofNullable(request.getHeader(HttpHeaders.USER_AGENT)).orElse("");
        return agent.substring(0, Math.min(agent.length(), AGENT_LENGTH));
    }

    record Entry(UUID id, Way way, String agent, String network, Instant happenedAt) {
        public OffsetDateTime when() {
            return happenedAt.atOffset(ZoneOffset.UTC);
        }

        /** The network as people write it. */
        public String place() {
            return network.endsWith("/64")
                    ? network.substring(0, network.length() - 3)
                                    .replaceAll("(.{4})(?!$)", "$1:")
                                    .replaceAll("\\b0{1,3}(?=[0-9a-f])", "")
                            + "::/64"
                    : network;
        }

        public Agent with() {
            return Agent.of(agent);
        }
    }
}
