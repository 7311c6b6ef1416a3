package app.emaki.feedback;

import app.emaki.account.PersonalData;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody who is gone wrote to the keepers. */
@Component
class ErasedSlips implements PersonalData {
    private final JdbcClient jdbc;

    ErasedSlips(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "feedback";
    }

    @Override
    public int erase(UUID account) {
        return jdbc.sql("delete from feedback where account_id = ?")
                .param(account)
                .update();
    }
}
