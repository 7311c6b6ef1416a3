package app.emaki.invite;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What invites let go of in time. */
@Configuration(proxyBeanMethods = false)
class InviteSchedule {

    @Bean
    RecurringTask<Void> forgetMissesAndHolds(Patience patience, Holds holds, Clock clock) {
        return Tasks.recurring("invite-forget", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    patience.forget();
                    holds.forget(clock.instant());
                });
    }
}
