package app.emaki.policy;

import app.emaki.policy.Verdict.Effect;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PolicyRules {
    private final JdbcClient jdbc;

    PolicyRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PolicyRule> inForce() {
        return jdbc.sql(
                        "select id, is_pattern, term, effect, text_en, text_ja from policy_rule where in_force order by id")
                .query((row, n) -> PolicyRule.of(
                        row.getObject("id", UUID.class),
                        row.getBoolean("is_pattern"),
                        row.getString("term"),
                        Effect.valueOf(row.getString("effect")),
                        row.getString("text_en"),
                        row.getString("text_ja")))
                .list();
    }
}
