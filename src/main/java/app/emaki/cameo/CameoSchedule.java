package app.emaki.cameo;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Portraits go with their cameo at once; this looks every hour for one that a lost connection left behind. */
@Configuration(proxyBeanMethods = false)
class CameoSchedule {
    private static final Logger log = LoggerFactory.getLogger(CameoSchedule.class);

    @Bean
    RecurringTask<Void> erasePortraits(Portraits portraits, Voices voices, Challenges challenges) {
        return Tasks.recurring("cameo-erase", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> {
                    int swept = portraits.sweep() + voices.sweep();
                    if (swept > 0) {
                        log.warn("Erased {} portraits and recordings whose cameo was gone already", swept);
                    }
                    challenges.sweep();
                });
    }
}
