package app.emaki.moderation;

import app.emaki.account.PersonalData;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a person who is gone was called. What was reported, decided and appealed stays, as others rely on it; the name that a
 * matter or a decision noted goes.
 */
@Component
class ErasedName implements PersonalData {
    private final JdbcClient jdbc;

    ErasedName(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "names in matters";
    }

    @Override
    public int erase(UUID account) {
        jdbc.sql("delete from queue_filter where account_id = ?").param(account).update();
        jdbc.sql("delete from trusted_author where account_id = ?")
                .param(account)
                .update();
        jdbc.sql("update decision set before = '' where account_id = ?")
                .param(account)
                .update();
        return jdbc.sql(
                        "update matter set words = '' where account_id = ? and kind in ('PROFILE', 'CAMEO') and words <> ''")
                .param(account)
                .update();
    }
}
