package app.emaki.account;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What accounts let go of in time. */
@Configuration(proxyBeanMethods = false)
class AccountSchedule {

    @Bean
    RecurringTask<Void> eraseAccounts(Leaving leaving) {
        return Tasks.recurring("account-erase", Schedules.fixedDelay(Duration.ofHours(1)))
                .execute((instance, context) -> leaving.due().forEach(leaving::erase));
    }

    @Bean
    RecurringTask<Void> forgetSignIns(SignInHistory history, OneTimeLinks links, EmailAddresses addresses) {
        return Tasks.recurring("account-sign-ins", Schedules.fixedDelay(Duration.ofHours(6)))
                .execute((instance, context) -> {
                    history.forget();
                    links.forget();
                    addresses.forgetOld();
                });
    }
}
