package app.emaki.studio;

import app.emaki.account.PersonalData;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody who is gone was writing and kept at hand, and how they ordered their films. */
@Component
class ErasedDesk implements PersonalData {
    private final JdbcClient jdbc;

    ErasedDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "drafts and shelves";
    }

    @Override
    public int erase(UUID account) {
        int count = 0;
        for (var rows : List.of(
                "prompt_draft where account_id",
                "prompt_preset where account_id",
                "coach_silence where account_id",
                "film_wish where account_id",
                "comparison where account_id",
                "library_mark where account_id",
                "library_shelf where account_id")) {
            count += jdbc.sql("delete from " + rows + " = ?").param(account).update();
        }
        return count;
    }
}
