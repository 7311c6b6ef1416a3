package app.emaki.cameo;

import app.emaki.account.PersonalData;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The likenesses of somebody who is gone. Closing has taken every consent back already; that there was one, and which film
 * relied on it, stays in the ledger without a name, a picture or a word.
 */
@Component
class ErasedLikenesses implements PersonalData {
    private final JdbcClient jdbc;

    ErasedLikenesses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "likenesses";
    }

    @Override
    public int erase(UUID account) {
        jdbc.sql("delete from cameo_challenge where account = ?").param(account).update();
        jdbc.sql("delete from cameo_voice v using cameo c where c.id = v.cameo and c.owner = ?")
                .param(account)
                .update();
        jdbc.sql("delete from cameo_portrait p using cameo c where c.id = p.cameo and c.owner = ?")
                .param(account)
                .update();
        jdbc.sql(
                        "update cameo_grant set words = '' where account = :account or cameo in (select id from cameo where owner = :account)")
                .param("account", account)
                .update();
        jdbc.sql(
                        "update cameo_use set prompt = '' where account = :account or cameo in (select id from cameo where owner = :account)")
                .param("account", account)
                .update();
        return jdbc.sql("""
                        update cameo set name = '…', handle = case when kind = 'CHARACTER' then 'gone' end, description = '', never = '',
                               restrictions = '{}', deleted_at = coalesce(deleted_at, consented_at) where owner = ?""").param(account).update();
    }
}
