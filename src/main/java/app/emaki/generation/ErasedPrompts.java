package app.emaki.generation;

import app.emaki.account.PersonalData;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The prompts of somebody who is gone; what each cost stays, without a word of it. */
@Component
class ErasedPrompts implements PersonalData {
    private final JdbcClient jdbc;

    ErasedPrompts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "prompts";
    }

    @Override
    public int erase(UUID account) {
        return jdbc.sql(
                        "update generation set prompt = '', script = null, plan = null, captions = null where account_id = ?")
                .param(account)
                .update();
    }
}
