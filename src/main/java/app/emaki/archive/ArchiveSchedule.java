package app.emaki.archive;

import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs that write archives and read them. Whoever dies over one is followed by another process. */
@Configuration(proxyBeanMethods = false)
class ArchiveSchedule {
    private static final int TRIES = 4;

    @Bean
    OneTimeTask<Void> exportTask(Exports exports) {
        return task("archive-export", exports::make, exports::giveUp);
    }

    @Bean
    OneTimeTask<Void> importTask(Imports imports) {
        return task("archive-import", imports::make, imports::giveUp);
    }

    @Bean
    RecurringTask<Void> sweepExports(Exports exports) {
        return Tasks.recurring("archive-sweep", Schedules.fixedDelay(Duration.ofHours(3)))
                .execute((instance, context) -> {
                    try {
                        exports.sweep();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private static OneTimeTask<Void> task(String name, Work work, java.util.function.Consumer<UUID> giveUp) {
        return Tasks.oneTime(name)
                .onFailure(FailureHandler.<Void>maxRetries(TRIES)
                        .withBackoff(Duration.ofSeconds(30))
                        .thenRemove(complete -> giveUp.accept(UUID.fromString(
                                complete.getExecution().taskInstance.getId()))))
                .execute((instance, context) -> {
                    try {
                        work.on(UUID.fromString(instance.getId()));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private interface Work {
        void on(UUID id) throws IOException;
    }
}
