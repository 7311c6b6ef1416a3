package app.emaki.moderation;

import app.emaki.moderation.FilmPrints.Print;
import app.emaki.platform.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Films that were taken down and must not come back: not as the same file, and not as a file that shows the same. */
@Repository
class BlockedFilms {
    private final JdbcClient jdbc;
    private final FilmPrints prints;
    private final Ids ids;
    private final Clock clock;

    BlockedFilms(JdbcClient jdbc, FilmPrints prints, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.prints = prints;
        this.ids = ids;
        this.clock = clock;
    }

    /** Remembers a film; one whose file is gone cannot be known again. */
    void block(UUID video, Rule rule) {
        prints.of(video)
                .ifPresent(print -> jdbc.sql("""
                        insert into blocked_film (id, video_id, digest, hashes, rule, blocked_at)
                        values (?, ?, ?, ?, ?, ?) on conflict (video_id) do nothing""")
                        .params(
                                ids.next(),
                                video,
                                print.digest(),
                                FilmPrints.array(print.hashes()),
                                rule.name(),
                                ModerationQuery.at(clock.instant()))
                        .update());
    }

    void unblock(UUID video) {
        jdbc.sql("delete from blocked_film where video_id = ?").param(video).update();
    }

    boolean blocked(UUID video) {
        return jdbc.sql("select exists (select from blocked_film where video_id = ?)")
                .param(video)
                .query(Boolean.class)
                .single();
    }

    /** The rule by which a film like this one was taken down; the film itself does not count. */
    Optional<Match> like(UUID video) {
        var blocked = jdbc.sql("select video_id, digest, hashes, rule from blocked_film where video_id <> ?")
                .param(video)
                .query(BlockedFilms::blocked)
                .list();
        if (blocked.isEmpty()) {
            return Optional.empty();
        }
        return prints.of(video)
                .flatMap(print -> blocked.stream()
                        // a part of it is as bad as the whole
                        .filter(it -> it.print().shows(print))
                        .map(it -> new Match(it.rule(), Arrays.equals(it.print().digest(), print.digest())))
                        .findFirst());
    }

    private static Blocked blocked(ResultSet row, int number) throws SQLException {
        return new Blocked(
                new Print(row.getBytes("digest"), FilmPrints.hashes(row.getArray("hashes"))),
                Rule.valueOf(row.getString("rule")));
    }

    /** A film that is like one that was taken down; {@code exact} when it is the very same file. */
    record Match(Rule rule, boolean exact) {}

    private record Blocked(Print print, Rule rule) {}
}
