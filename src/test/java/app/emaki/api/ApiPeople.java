package app.emaki.api;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.video.TestVideos;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Members with keys, for tests. */
@Component
class ApiPeople {
    private final TestVideos people;
    private final Accounts accounts;
    private final ApiKeys keys;
    private final JdbcClient jdbc;

    ApiPeople(TestVideos people, Accounts accounts, ApiKeys keys, JdbcClient jdbc) {
        this.people = people;
        this.accounts = accounts;
        this.keys = keys;
        this.jdbc = jdbc;
    }

    /** A member with credits for everything. */
    Viewer rich() {
        var viewer = people.member("api");
        jdbc.sql("update account set plan = 'PRO' where id = ?")
                .param(viewer.id())
                .update();
        return accounts.find(viewer.id()).orElseThrow();
    }

    String key(Viewer viewer) {
        return key(viewer, EnumSet.of(Scope.READ, Scope.GENERATE, Scope.PUBLISH));
    }

    String key(Viewer viewer, Set<Scope> scopes) {
        return keys.make(viewer, "test", scopes, null).orElseThrow().value();
    }

    /** Nothing is left to work on, so that the workers of this context are quiet when it ends. */
    void leave() {
        jdbc.sql("""
                        update generation set state = 'CANCELLED', failure = 'CANCELLED', finished_at = now(), next_step_at = null,
                          lease_by = null, lease_until = null
                        where state not in ('SUCCEEDED', 'FAILED', 'CANCELLED')""").update();
    }
}
