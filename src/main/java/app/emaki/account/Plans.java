package app.emaki.account;

import app.emaki.platform.AdminAct;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The plans and their limits, as the admin has set them. */
@Repository
public class Plans {
    private static final String SELECT =
            "select plan, max_seconds, max_lines, concurrent, credits, daily, weight, clean_download, together from plan_limits";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Plans(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
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

    /** Sets what a plan allows from now on; an allowance that was given already stays as it is until the next one. */
    @Transactional
    public void change(PlanLimits limits, UUID by) {
        var before = limits(limits.plan());
        jdbc.sql("""
                        update plan_limits set max_seconds = :maxSeconds, max_lines = :maxLines, concurrent = :concurrent,
                            credits = :credits, daily = :daily, weight = :weight, clean_download = :cleanDownload, together = :together
                        where plan = :plan""")
                .param("maxSeconds", limits.maxSeconds())
                .param("maxLines", limits.maxLines())
                .param("concurrent", limits.concurrent())
                .param("credits", limits.credits())
                .param("daily", limits.daily())
                .param("weight", limits.weight())
                .param("cleanDownload", limits.cleanDownload())
                .param("together", limits.together(), Types.INTEGER)
                .param("plan", limits.plan().name())
                .update();
        if (!before.equals(limits)) {
            events.publishEvent(new PlanLimitsChanged(before, limits, by));
            events.publishEvent(
                    new AdminAct(by, "credit.act.limits", limits.plan().name(), before + " → " + limits));
        }
    }
}
