package app.emaki.policy;

import app.emaki.platform.Ids;
import app.emaki.policy.PolicyRule.Kind;
import app.emaki.policy.PolicyRule.Terms;
import app.emaki.policy.Verdict.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rules as they are kept. */
@Repository
class PolicyRules {
    static final int PAGE = 50;

    private static final Logger log = LoggerFactory.getLogger(PolicyRules.class);
    private static final String COLUMNS = "select id, kind, is_pattern, term, effect, language, text_en, text_ja,"
            + " instead_en, instead_ja, in_force from policy_rule ";

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    PolicyRules(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** What texts are held against, those that allow first. A pattern that does not compile is passed over, not the rest. */
    List<PolicyRule> inForce() {
        return jdbc
                .sql(COLUMNS + "where in_force order by effect <> 'ALLOW', id")
                .query(PolicyRules::compiled)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Rules newest first, before an id, of a kind, with a word in their term or text. */
    List<Row> page(@Nullable Kind kind, String word, @Nullable UUID before) {
        return jdbc.sql(COLUMNS + """
                        where (cast(:kind as text) is null or kind = :kind)
                          and (:word = '' or position(lower(:word) in lower(term || ' ' || text_en || ' ' || text_ja)) > 0)
                          and (cast(:before as uuid) is null or id < cast(:before as uuid))
                        order by id desc limit :limit""")
                .param("kind", kind == null ? null : kind.name())
                .param("word", word)
                .param("before", before)
                .param("limit", PAGE + 1)
                .query(PolicyRules::row)
                .list();
    }

    List<Row> all() {
        return jdbc.sql(COLUMNS + "order by id").query(PolicyRules::row).list();
    }

    Optional<Row> find(UUID id) {
        return jdbc.sql(COLUMNS + "where id = ?")
                .param(id)
                .query(PolicyRules::row)
                .optional();
    }

    Optional<Row> find(boolean pattern, String term) {
        return jdbc.sql(COLUMNS + "where is_pattern = ? and term = ?")
                .params(pattern, term)
                .query(PolicyRules::row)
                .optional();
    }

    /** Keeps a rule, under a new id when it has none. */
    UUID keep(@Nullable UUID id, Terms terms, boolean inForce) {
        var key = id == null ? ids.next() : id;
        jdbc.sql("""
                        insert into policy_rule (id, kind, is_pattern, term, effect, language, text_en, text_ja,
                            instead_en, instead_ja, in_force, changed_at)
                        values (:id, :kind, :pattern, :term, :effect, :language, :textEn, :textJa, :insteadEn, :insteadJa,
                            :inForce, :now)
                        on conflict (id) do update set kind = excluded.kind, is_pattern = excluded.is_pattern,
                            term = excluded.term, effect = excluded.effect, language = excluded.language,
                            text_en = excluded.text_en, text_ja = excluded.text_ja, instead_en = excluded.instead_en,
                            instead_ja = excluded.instead_ja, in_force = excluded.in_force, changed_at = excluded.changed_at""")
                .param("id", key)
                .param("kind", terms.kind().name())
                .param("pattern", terms.pattern())
                .param("term", terms.term())
                .param("effect", terms.effect().name())
                .param("language", terms.language())
                .param("textEn", terms.textEn())
                .param("textJa", terms.textJa())
                .param("insteadEn", terms.insteadEn())
                .param("insteadJa", terms.insteadJa())
                .param("inForce", inForce)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return key;
    }

    boolean delete(UUID id) {
        return jdbc.sql("delete from policy_rule where id = ?").param(id).update() == 1;
    }

    private static Optional<PolicyRule> compiled(ResultSet row, int number) throws SQLException {
        var rule = row(row, number);
        try {
            return Optional.of(PolicyRule.of(rule.id(), rule.terms(), rule.inForce()));
        } catch (PatternSyntaxException e) {
            log.warn("Rule {} is no pattern and was passed over", rule.id());
            return Optional.empty();
        }
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                new Terms(
                        Kind.valueOf(row.getString("kind")),
                        row.getBoolean("is_pattern"),
                        row.getString("term"),
                        Effect.valueOf(row.getString("effect")),
                        row.getString("language"),
                        row.getString("text_en"),
                        row.getString("text_ja"),
                        row.getString("instead_en"),
                        row.getString("instead_ja")),
                row.getBoolean("in_force"));
    }

    /** A rule as it is kept. */
    record Row(UUID id, Terms terms, boolean inForce) {}
}
