package app.emaki.credit;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Proves the ledger each hour, whoever looks. */
@Configuration(proxyBeanMethods = false)
class CreditSchedule {

    @Bean
    Task<Void> ledgerCheck(LedgerChecks checks) {
        return Tasks.recurring("ledger-check", FixedDelay.ofHours(1)).execute((task, context) -> checks.now());
    }
}
