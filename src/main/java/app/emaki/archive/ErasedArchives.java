package app.emaki.archive;

import app.emaki.account.PersonalData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that somebody who is gone had made or brought. */
@Component
class ErasedArchives implements PersonalData {
    private final Exports exports;
    private final JdbcClient jdbc;

    ErasedArchives(Exports exports, JdbcClient jdbc) {
        this.exports = exports;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "archives";
    }

    @Override
    public int erase(UUID account) {
        try {
            exports.removeAll(account);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("delete from imported_video where account_id = ?")
                .param(account)
                .update();
        jdbc.sql("delete from archive_import where account_id = ?")
                .param(account)
                .update();
        return jdbc.sql("delete from archive_export where account_id = ?")
                .param(account)
                .update();
    }
}
