package app.emaki.notification;

import app.emaki.account.PersonalData;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody who is gone was told, by which ways, and what others were told of them. */
@Component
class ErasedNotices implements PersonalData {
    private final JdbcClient jdbc;

    ErasedNotices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "notices";
    }

    @Override
    public int erase(UUID account) {
        for (var way : List.of("notification_choice", "notification_quiet", "push_subscription")) {
            jdbc.sql("delete from " + way + " where account_id = ?")
                    .param(account)
                    .update();
        }
        return jdbc.sql("delete from notification where account_id = ? or actor_id = ?")
                .params(account, account)
                .update();
    }
}
