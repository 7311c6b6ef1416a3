package app.emaki.feed;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.TestDatabase;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What a page of the feed costs the database at 20,000 videos, 2,000 people and 200,000 likes. The bound is 250 shared
 * buffers; a statement that decorates before it cuts takes thousands.
 */
@EmakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedPlanTests {
    private static final int BOUND = 250;
    private static final Pattern HITS = Pattern.compile("\"Shared (Hit|Read) Blocks\": (\\d+)");
    private static final UUID VIEWER = person(1);

    @Autowired
    FeedQuery feed;

    @Autowired
    ForYouQuery forYou;

    private JdbcClient jdbc;

    @BeforeAll
    void aBusyInstance() throws Exception {
        var details = TestDatabase.fresh();
        var source = new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        var person = "('00000000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0'))::uuid";
        var film = "('00000000-0000-7000-9000-' || lpad(to_hex(%s), 12, '0'))::uuid";
        run(
                "insert into account (id, handle, skeleton, email, display_name, password_hash, role, standing, plan, created_at) select "
                        + person.formatted("n")
                        + ", 'p' || n, 'p' || n, 'p' || n || '@example.org', 'P', 'x', 'MEMBER', 'ACTIVE', 'FREE', now()"
                        + " from generate_series(1, 2000) n");
        run(
                "insert into video (id, author, model, prompt, language, film, clean, poster, width, height, seconds, sound,"
                        + " placeholder, seed, remix_of, created_at, caption, visibility, published_at, ranked_at) select "
                        + film.formatted("n") + ", " + person.formatted("1 + n % 2000")
                        + ", 'kamishibai-1', repeat('words ', 20), 'en',"
                        + " 'f' || n, 'c' || n, 'o' || n, 720, 1280, 8, true, 0, n, case when n % 5 = 0 then "
                        + film.formatted("n - 1") + " end, at, repeat('caption ', 10),"
                        + " case when n % 20 = 0 then 'FOLLOWERS' when n % 33 = 0 then 'PRIVATE' else 'EVERYONE' end, at, at"
                        + " from (select n, timestamptz '2026-01-01' + n * interval '1 minute' as at from generate_series(1, 20000) n) x");
        run("insert into video_like select " + person.formatted("1 + (n * 7) % 2000") + ", "
                + film.formatted("1 + (n * n) % 20000")
                + ", now() from generate_series(1, 200000::bigint) n on conflict do nothing");
        run(
                "insert into follow select " + person.formatted("1 + n % 2000") + ", "
                        + person.formatted("1 + (n * 13 + n / 2000) % 2000")
                        + ", now() from generate_series(1, 40000) n where n % 2000 <> (n * 13 + n / 2000) % 2000 on conflict do nothing");
        run(
                "insert into block select " + person.formatted("1 + n % 2000") + ", "
                        + person.formatted("1 + (n * 17 + 3) % 2000")
                        + ", now() from generate_series(1, 2000) n where n % 2000 <> (n * 17 + 3) % 2000 on conflict do nothing");
        // somebody who has seen all of the last days, and said what they like
        run("insert into video_view select " + person.formatted("1") + ", " + film.formatted("20001 - n * 3")
                + ", 8, now() - n * interval '1 minute' from generate_series(1, 400) n");
        run("insert into feed_less select " + person.formatted("1") + ", " + film.formatted("n") + ", "
                + person.formatted("1 + n % 2000") + ", array['night'], now() from generate_series(1, 30) n");
        run("insert into feed_steer select " + film.formatted("n") + ", " + person.formatted("1")
                + ", 'w' || n, array['w' || n], n % 2 = 0, now() from generate_series(1, 10) n");
        run("vacuum analyze");
    }

    @ParameterizedTest(name = "{0}, page 50: {1}")
    @CsvSource({
        "FOR_YOU, false",
        "FOR_YOU, true",
        "LATEST, false",
        "LATEST, true",
        "FOLLOWING, false",
        "FOLLOWING, true"
    })
    void aPageIsCutFirstAndDecoratedAfter(Tab tab, boolean deep) {
        var at = Instant.parse("2026-01-14T12:00:00Z");
        var place = deep ? new Place(new app.emaki.platform.Cursor(at, VIEWER), false) : Place.TOP;
        var statement = jdbc.sql("explain (analyze, buffers, format json) "
                        + (tab == Tab.FOR_YOU ? forYou.sql(place) : feed.sql(tab, place)))
                .param("viewer", VIEWER)
                .param("fresh", Timestamp.from(at))
                .param("limit", FeedQuery.PAGE + 1);
        if (deep) {
            statement = statement.param("at", Timestamp.from(at)).param("id", VIEWER);
        }
        var plan = statement.query(String.class).single();
        assertThat(plan).containsPattern("\"Actual Rows\": (11|20)");
        System.out.println(tab + (deep ? ", page 50: " : ", first page: ") + buffers(plan) + " shared buffers");
        assertThat(buffers(plan)).as(plan).isBetween(11L, (long) BOUND);
    }

    /** Those of the plan's top, which include all below it. */
    private static long buffers(String plan) {
        return HITS.matcher(plan)
                .results()
                .limit(2)
                .mapToLong(match -> Long.parseLong(match.group(2)))
                .sum();
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }

    private static UUID person(long n) {
        return new UUID(0x7000, 0x8000_0000_0000_0000L | n);
    }
}
