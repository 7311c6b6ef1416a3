package app.emaki.feed;

import app.emaki.account.PersonalData;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How somebody who is gone wanted to watch, and who wanted less of them. */
@Component
class ErasedTastes implements PersonalData {
    private final JdbcClient jdbc;

    ErasedTastes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "tastes";
    }

    @Override
    public int erase(UUID account) {
        int count = 0;
        for (var rows : List.of(
                "feed_less where account",
                "feed_less where author",
                "feed_steer where account",
                "feed_wish where account")) {
            count += jdbc.sql("delete from " + rows + " = ?").param(account).update();
        }
        return count;
    }
}
