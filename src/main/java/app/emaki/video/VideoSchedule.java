package app.emaki.video;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VideoSchedule {

    @Bean
    RecurringTask<Void> rerankVideos(Rankings rankings) {
        return Tasks.recurring("video-rerank", Schedules.fixedDelay(Duration.ofMinutes(1)))
                .execute((instance, context) -> {
                    while (rankings.catchUp()) {
                        // each batch is a transaction of its own
                    }
                });
    }

    @Bean
    RecurringTask<Void> eraseDeletedVideos(Videos videos) {
        return Tasks.recurring("video-erase", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> videos.erase());
    }

    /** One at a time on all processes together: binding takes a processor for a while. */
    @Bean
    RecurringTask<Void> bindBranches(Branches branches) {
        return Tasks.recurring("video-branches", Schedules.fixedDelay(Duration.ofSeconds(2)))
                .execute((instance, context) -> branches.step());
    }

    @Bean
    RecurringTask<Void> forgetBranches(Branches branches) {
        return Tasks.recurring("video-branches-forget", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> branches.sweep());
    }
}
