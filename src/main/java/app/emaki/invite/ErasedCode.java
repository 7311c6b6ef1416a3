package app.emaki.invite;

import app.emaki.account.PersonalData;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The code of somebody who is gone seats nobody any more; who sat on it stays seated. */
@Component
class ErasedCode implements PersonalData {
    private final JdbcClient jdbc;

    ErasedCode(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "invite codes";
    }

    @Override
    public int erase(UUID account) {
        jdbc.sql("delete from waiting where email = (select email from account where id = ?)")
                .param(account)
                .update();
        jdbc.sql("delete from branch_review where account_id = ?")
                .param(account)
                .update();
        return jdbc.sql("update invite set state = 'CLOSED', note = '', baton = 'OFF' where owner_id = ?")
                .param(account)
                .update();
    }
}
