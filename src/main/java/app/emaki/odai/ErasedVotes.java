package app.emaki.odai;

import app.emaki.account.PersonalData;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody who is gone voted for. */
@Component
class ErasedVotes implements PersonalData {
    private final JdbcClient jdbc;

    ErasedVotes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "votes";
    }

    @Override
    public int erase(UUID account) {
        return jdbc.sql("delete from odai_vote where account = ?")
                .param(account)
                .update();
    }
}
