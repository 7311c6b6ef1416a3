package app.emaki.moderation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ModerationSchedule {

    @Bean
    RecurringTask<Void> liftSuspensions(Decisions decisions) {
        return Tasks.recurring("moderation-lift", Schedules.fixedDelay(Duration.ofMinutes(5)))
                .execute((instance, context) -> decisions.lift());
    }
}
