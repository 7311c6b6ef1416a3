package app.emaki.moderation;

import app.emaki.policy.RecentPrompts;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The newest prompts, one for each order, for the rehearsal of a rule. */
@Repository
class PromptQuery implements RecentPrompts {
    private final JdbcClient jdbc;

    PromptQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> last(int most) {
        return jdbc.sql("select prompt from generation where take = 1 order by id desc limit ?")
                .param(most)
                .query(String.class)
                .list();
    }
}
