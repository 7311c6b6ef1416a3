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
        // the code by which somebody came from the waiting list is noted with their address
        jdbc.sql("""
                        update invite set note = '' where not personal and note <> '' and (
                            note = (select email from account where id = :account)
                            or id in (select w.invite_id from waiting w join invite_use u on u.invite_id = w.invite_id
                                      where u.account_id = :account))""").param("account", account).update();
        jdbc.sql("""
                        delete from waiting where invite_id in (
                            select u.invite_id from invite_use u join invite i on i.id = u.invite_id
                            where u.account_id = :account and not i.personal)""").param("account", account).update();
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
