package app.emaki.generation;

import app.emaki.account.PersonalData;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The prompts and pictures of somebody who is gone; what each order cost stays, without a word of it. */
@Component
class ErasedPrompts implements PersonalData {
    private final JdbcClient jdbc;
    private final MediaStore store;

    ErasedPrompts(JdbcClient jdbc, MediaStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    @Override
    public String name() {
        return "prompts";
    }

    @Override
    public int erase(UUID account) {
        jdbc.sql("delete from reference_image where account_id = ? returning key")
                .param(account)
                .query(String.class)
                .list()
                .forEach(key -> store.delete(new MediaKey(key)));
        jdbc.sql("delete from sent_film where account_id = ?").param(account).update();
        jdbc.sql("delete from turn where account_id = ?").param(account).update();
        return jdbc.sql("""
                        update generation set prompt = '', avoid = null, script = null, plan = null, captions = null, refs = '{}'
                        where account_id = ?""").param(account).update();
    }
}
