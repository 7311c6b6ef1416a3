package app.emaki.feed;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.TestDatabase;
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
 * What a lineage of 10,000 films costs the database, whatever its shape: a broad tree, everything made from one film, or one
 * long line. One statement, and its cost is bounded by the page and by the count that stops at its bound.
 */
@EmakiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LineagePlanTests {
    private static final Pattern HITS = Pattern.compile("\"Shared (Hit|Read) Blocks\": (\\d+)");

    @Autowired
    LineageQuery lineages;

    private JdbcClient jdbc;

    @BeforeAll
    void threeFamilies() throws Exception {
        var details = TestDatabase.fresh();
        var source = new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = JdbcClient.create(source);
        run(
                "insert into account (id, handle, skeleton, email, display_name, password_hash, role, standing, plan, created_at) select "
                        + film("n")
                        + ", 'p' || n, 'p' || n, 'p' || n || '@example.org', 'P', 'x', 'MEMBER', 'ACTIVE', 'FREE', now()"
                        + " from generate_series(1, 500) n");
        family(1, "n / 4");
        family(100_001, "0");
        family(200_001, "n - 1");
        run(
                "update video set remixes = (select count(*) from video r where r.remix_of = video.id), linked = exists(select 1 from video r where r.remix_of = video.id)");
        run("vacuum analyze");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"a tree of four, 1, 45000, 1500", "one with all, 100001, 45000, 1500", "one line, 200001, 3000, 1500"})
    void aPageAndAStripAreBounded(String shape, int root, long most, long mostOfStrip) {
        long page = buffers(root, LineageQuery.PAGE);
        long strip = buffers(root, LineageQuery.STRIP);
        System.out.println("lineage of 10,000, " + shape + ": page " + page + ", strip " + strip + " shared buffers");
        assertThat(page).isBetween(20L, most);
        assertThat(strip).isBetween(10L, mostOfStrip);
    }

    private long buffers(int root, LineageQuery.Extent extent) {
        var plan = jdbc.sql("explain (analyze, buffers, format json) " + lineages.sql())
                .param("id", new UUID(0x7000, 0x9000_0000_0000_0000L | root))
                .param("viewer", new UUID(0x7000, 0x9000_0000_0000_0000L | 7))
                .param("up", extent.up())
                .param("deep", extent.deep())
                .param("width", extent.width() + 1)
                .param("most", extent.most())
                .param("deepest", 200)
                .param("counted", extent.counted())
                .query(String.class)
                .single();
        assertThat(plan).doesNotContain("\"Relation Name\": \"video\", \"Node Type\": \"Seq Scan\"");
        return HITS.matcher(plan)
                .results()
                .limit(2)
                .mapToLong(match -> Long.parseLong(match.group(2)))
                .sum();
    }

    private void family(int from, String parent) {
        run(
                "insert into video (id, author, model, prompt, language, film, clean, poster, width, height, seconds, sound,"
                        + " placeholder, seed, remix_of, created_at, caption, visibility, prompt_shown, published_at, ranked_at) select "
                        + film(from + " + n") + ", " + film("1 + n % 500")
                        + ", 'kamishibai-1', repeat('words ', 20), 'en', k || 'f' || n, k || 'c' || n,"
                        + " k || 'o' || n, 720, 1280, 8, true, 0, n, case when n > 0 then "
                        + film(from + " + " + parent)
                        + " end, at, repeat('caption ', 10), 'EVERYONE', true, at, at from (select n, '" + from
                        + "' as k, timestamptz '2026-01-01' + n * interval '1 minute' as at from generate_series(0, 9999) n) x");
    }

    private static String film(String number) {
        return "('00000000-0000-7000-9000-' || lpad(to_hex(%s), 12, '0'))::uuid".formatted(number);
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
