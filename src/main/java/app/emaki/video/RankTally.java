package app.emaki.video;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts ranks anew, in the order of ids. */
@Repository
class RankTally {
    private final JdbcClient jdbc;

    RankTally(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The last of the batch; empty when there was none left. */
    Optional<UUID> rerank(UUID after, int size, Ranking ranking) {
        var rank = ranking.rankedAt("likes", "comments", "remixes", "views", "watched");
        return jdbc.sql("""
                with batch as (select id from video where listed and id > :after order by id limit :size),
                  moved as (update video set ranked_at = %1$s where id in (select id from batch) and ranked_at is distinct from %1$s returning 1)
                select max(id::text)::uuid as last, (select count(*) from moved) as moved from batch""".formatted(rank))
                .param("after", after)
                .param("size", size)
                .query((row, n) -> Optional.ofNullable(row.getObject("last", UUID.class)))
                .single();
    }
}
