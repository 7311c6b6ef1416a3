package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.generation.GenerationRefused;
import app.emaki.generation.GenerationRequest;
import app.emaki.generation.GenerationView;
import app.emaki.generation.Generations;
import app.emaki.generation.Remedy;
import app.emaki.platform.Cursor;
import app.emaki.platform.Ids;
import app.emaki.platform.Page;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to comparisons: start one, see how it stands, and say which film is better. */
@Component
@Transactional
class Comparisons {
    static final int LEAST = 2;
    static final int MOST = 4;
    private static final int PAGE = 12;
    private static final long MOST_SEED = 1_000_000_000;

    private final JdbcClient jdbc;
    private final Generations generations;
    private final LibraryQuery library;
    private final Wording wording;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Comparisons(JdbcClient jdbc, Generations generations, LibraryQuery library, Wording wording, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.generations = generations;
        this.library = library;
        this.wording = wording;
        this.ids = ids;
        this.clock = clock;
    }

    /** A row of the list. */
    record Entry(UUID id, String prompt, String language, Instant createdAt, boolean decided) {
        public String publicId() {
            return app.emaki.platform.PublicId.of(id);
        }
    }

    /**
     * Orders the films, all or none. Without a seed one is drawn for all of them; blind ones are shuffled.
     *
     * @param orders one for each model, fitted to what it can do
     * @param once names the form as it was shown: one that is pressed twice starts one comparison; empty for one without a name
     * @throws GenerationRefused when one of them breaks a rule; nothing is charged
     */
    public UUID start(Viewer viewer, List<GenerationRequest> orders, boolean blind, String once) {
        var id = once.isEmpty()
                ? ids.next()
                : UUID.nameUUIDFromBytes((viewer.id() + once + orders + blind).getBytes(StandardCharsets.UTF_8));
        int fresh = jdbc.sql("""
                        insert into comparison (id, account_id, blind, created_at) values (?, ?, ?, ?)
                        on conflict (id) do nothing""")
                .params(id, viewer.id(), blind, Timestamp.from(clock.instant()))
                .update();
        if (fresh == 0) {
            return id;
        }
        var seed = orders.getFirst().seed() == null
                ? Long.valueOf(random.nextLong(1, MOST_SEED))
                : orders.getFirst().seed();
        var places = new ArrayList<>(orders);
        if (blind) {
            Collections.shuffle(places, random);
        }
        for (int place = 1; place <= places.size(); place++) {
            var order = places.get(place - 1);
            var take = generations.submit(viewer, seeded(order, seed)).getFirst();
            jdbc.sql("insert into comparison_side (comparison, place, model, generation) values (?, ?, ?, ?)")
                    .params(id, place, order.model(), take)
                    .update();
        }
        return id;
    }

    /** One comparison of the viewer's own. */
    @Transactional(readOnly = true)
    public Optional<Comparison> find(Viewer viewer, UUID id) {
        return jdbc.sql("select blind, created_at, decided_at from comparison where id = ? and account_id = ?")
                .params(id, viewer.id())
                .query((row, number) -> {
                    var decided = row.getTimestamp("decided_at");
                    return new Comparison(
                            id,
                            row.getBoolean("blind"),
                            row.getTimestamp("created_at").toInstant(),
                            decided == null ? null : decided.toInstant(),
                            sides(viewer, id),
                            opinions(id));
                })
                .optional();
    }

    /** The viewer's comparisons, newest first. */
    @Transactional(readOnly = true)
    public Page<Entry> list(Viewer viewer, @Nullable Cursor before) {
        var sql = """
                select c.id, c.created_at, c.decided_at, g.prompt, g.language from comparison c
                join comparison_side s on s.comparison = c.id and s.place = 1
                join generation g on g.id = s.generation
                where c.account_id = :account""" + (before == null ? "" : " and (c.created_at, c.id) < (:at, :before)")
                + " order by c.created_at desc, c.id desc limit :limit";
        var rows = jdbc.sql(sql)
                .param("account", viewer.id())
                .param("at", before == null ? null : Timestamp.from(before.at()))
                .param("before", before == null ? null : before.id())
                .param("limit", PAGE + 1)
                .query((row, number) -> new Entry(
                        row.getObject("id", UUID.class),
                        row.getString("prompt"),
                        row.getString("language"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("decided_at") != null))
                .list();
        return Page.of(rows, PAGE, entry -> new Cursor(entry.createdAt(), entry.id()));
    }

    /**
     * Says which film is better; once, since afterwards the names are known.
     *
     * @param opinions the place of the better side by criterion, 0 for none of them
     * @return false when there is a verdict already, or nothing to compare yet
     */
    public boolean decide(Viewer viewer, UUID id, Map<Criterion, Integer> opinions) {
        var comparison = find(viewer, id).orElseThrow(NoSuchDraft::new);
        boolean first = comparison.ready()
                && jdbc.sql("update comparison set decided_at = ? where id = ? and decided_at is null")
                                .params(Timestamp.from(clock.instant()), id)
                                .update()
                        == 1;
        if (first) {
            opinions.forEach((criterion, place) -> jdbc.sql(
                            "insert into comparison_opinion (comparison, criterion, place) values (:id, :criterion, :place)")
                    .param("id", id)
                    .param("criterion", criterion.name())
                    .param("place", place == 0 ? null : place, Types.INTEGER)
                    .update());
        }
        return first;
    }

    /** Orders a side that was not finished once more; one that is ordered already is left as it is. */
    public void retry(Viewer viewer, UUID id, int place) {
        var side = find(viewer, id).orElseThrow(NoSuchDraft::new).sides().stream()
                .filter(it -> it.place() == place)
                .findFirst()
                .orElseThrow(NoSuchDraft::new);
        if (side.failure() == null) {
            return;
        }
        var again = generations.retry(viewer, side.view().id(), Remedy.SAME_AGAIN);
        jdbc.sql("update comparison_side set generation = ? where comparison = ? and place = ?")
                .params(again, id, place)
                .update();
    }

    private List<Comparison.Side> sides(Viewer viewer, UUID id) {
        record Row(int place, String model, GenerationView view) {}
        var rows = jdbc.sql("select place, model, generation from comparison_side where comparison = ? order by place")
                .param(id)
                .query((row, number) -> new Row(
                        row.getInt("place"),
                        row.getString("model"),
                        generations
                                .find(viewer, row.getObject("generation", UUID.class))
                                .orElseThrow(NoSuchDraft::new)))
                .list();
        var films = library.own(
                viewer.id(),
                rows.stream()
                        .map(row -> row.view().video())
                        .filter(Objects::nonNull)
                        .toList());
        return rows.stream()
                .map(row -> new Comparison.Side(
                        row.place(),
                        row.model(),
                        wording.model(row.model()),
                        row.view(),
                        films.get(row.view().video())))
                .toList();
    }

    private Map<Criterion, Integer> opinions(UUID id) {
        var opinions = new EnumMap<Criterion, Integer>(Criterion.class);
        jdbc.sql("select criterion, coalesce(place, 0) as place from comparison_opinion where comparison = ?")
                .param(id)
                .query((row, number) ->
                        opinions.put(Criterion.valueOf(row.getString("criterion")), row.getInt("place")))
                .list();
        return opinions;
    }

    private static GenerationRequest seeded(GenerationRequest order, long seed) {
        return new GenerationRequest(
                        order.prompt(),
                        order.model(),
                        order.aspect(),
                        order.seconds(),
                        order.lines(),
                        order.sound(),
                        seed,
                        1,
                        order.remixOf())
                .showing(order.references());
    }
}
