package app.emaki.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CourierSchedule {

    @Bean
    RecurringTask<Void> tellNotices(Courier courier) {
        return Tasks.recurring("notification-courier", Schedules.fixedDelay(Duration.ofSeconds(15)))
                .execute((instance, context) -> {
                    while (courier.step() > 0) {
                        // each step is a transaction of its own
                    }
                });
    }
}
