package app.emaki.account;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The plans and their limits, as the admin has set them. */
@Repository
public class Plans {
    private static final String SELECT =
            "select plan, max_seconds, max_lines, concurrent, credits, daily, weight, clean_download from plan_limits";

    private final JdbcClient jdbc;

    Plans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The limits of one plan. */
    public PlanLimits limits(Plan plan) {
        return jdbc.sql(SELECT + " where plan = ?")
                .param(plan.name())
                .query(PlanLimits.class)
                .single();
    }

    /** All plans, smallest first. */
    public List<PlanLimits> all() {
        return jdbc.sql(SELECT + " order by weight, max_seconds")
                .query(PlanLimits.class)
                .list();
    }
}
