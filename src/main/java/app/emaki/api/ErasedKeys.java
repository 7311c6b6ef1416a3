package app.emaki.api;

import app.emaki.account.PersonalData;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The keys of somebody who is gone, their orders, and the addresses that were told of their films. */
@Component
class ErasedKeys implements PersonalData {
    private final JdbcClient jdbc;

    ErasedKeys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "keys and webhooks";
    }

    @Override
    public int erase(UUID account) {
        for (var wish : List.of("api_wish", "api_hidden")) {
            jdbc.sql("delete from " + wish
                            + " where video_id in (select video_id from generation where account_id = ?)")
                    .param(account)
                    .update();
        }
        int count = 0;
        for (var rows : List.of(
                "webhook_endpoint where account_id",
                "api_act where account_id",
                "api_order where account_id",
                "api_key where account_id")) {
            count += jdbc.sql("delete from " + rows + " = ?").param(account).update();
        }
        return count;
    }
}
