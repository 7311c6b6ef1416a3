package app.emaki.generation;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the model kept of the videos that remixes start from. */
@Repository
class Parents {
    private final JdbcClient jdbc;

    Parents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The plan of a video; null without a video, or for one that has no plan. */
    @Nullable
    String plan(@Nullable UUID video) {
        if (video == null) {
            return null;
        }
        var plans = jdbc.sql("select plan from video where id = ? and plan is not null")
                .param(video)
                .query(String.class)
                .list();
        return plans.isEmpty() ? null : plans.getFirst();
    }
}
