package app.emaki.feed;

import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.video.Audience;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.Words;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to what somebody wants of their feed: less like a film, more of a word, an end for today. */
@Component
@Transactional
class Tastes {
    static final int MOST_PHRASES = 20;

    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(200, Duration.ofHours(1));

    private final JdbcClient jdbc;
    private final RateLimits limits;
    private final Ids ids;
    private final Clock clock;
    private final String lessLike;

    Tastes(JdbcClient jdbc, Audience audience, RateLimits limits, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.limits = limits;
        this.ids = ids;
        this.clock = clock;
        this.lessLike = "insert into feed_less (account, video, author, tags, created_at)"
                + " select :viewer, v.id, v.author, v.tags, :now from video v where v.id = :video and "
                + audience.watches("v", ":viewer")
                + " on conflict (account, video) do update set created_at = excluded.created_at";
    }

    /** Never this film again, and less of its author and its tags. */
    void less(Viewer viewer, UUID video) {
        hurry(viewer);
        int noted = jdbc.sql(lessLike)
                .param("viewer", viewer.id())
                .param("video", video)
                .param("now", now())
                .update();
        if (noted == 0) {
            throw new NoSuchVideo();
        }
    }

    void forgive(Viewer viewer, UUID video) {
        jdbc.sql("delete from feed_less where account = ? and video = ?")
                .params(viewer.id(), video)
                .update();
    }

    /** Forgets all that somebody wanted less of. */
    void forgiveAll(Viewer viewer) {
        jdbc.sql("delete from feed_less where account = ?").param(viewer.id()).update();
    }

    /** Takes wishes in words; answers how many it understood. */
    int steer(Viewer viewer, String text) {
        hurry(viewer);
        int understood = 0;
        for (var wish : Steering.read(text)) {
            var tokens = Words.wanted(wish.phrase());
            if (!tokens.isEmpty()) {
                understood += keep(viewer, wish, tokens.toArray(String[]::new));
            }
        }
        return understood;
    }

    private int keep(Viewer viewer, Steering.Wish wish, String[] tokens) {
        return jdbc.sql(
                        "insert into feed_steer (id, account, phrase, tokens, more, created_at)"
                                + " select :id, :account, :phrase, :tokens, :more, :now"
                                + " where (select count(*) from feed_steer where account = :account) < :most"
                                + " on conflict (account, phrase) do update set more = excluded.more, created_at = excluded.created_at")
                .param("id", ids.next())
                .param("account", viewer.id())
                .param("phrase", wish.phrase())
                .param("tokens", tokens)
                .param("more", wish.more())
                .param("now", now())
                .param("most", MOST_PHRASES)
                .update();
    }

    void unsteer(Viewer viewer, UUID phrase) {
        jdbc.sql("delete from feed_steer where id = ? and account = ?")
                .params(phrase, viewer.id())
                .update();
    }

    void watch(Viewer viewer, int minutes, boolean saving, boolean captions) {
        jdbc.sql(
                        "insert into feed_wish (account, minutes, saving, captions) values (?, ?, ?, ?) on conflict (account)"
                                + " do update set minutes = excluded.minutes, saving = excluded.saving, captions = excluded.captions")
                .params(viewer.id(), minutes, saving, captions)
                .update();
    }

    /** Notes that somebody has been shown round, or that they want to be again. */
    void guided(Viewer viewer, boolean guided) {
        jdbc.sql(
                        "insert into feed_wish (account, guided) values (?, ?) on conflict (account) do update set guided = excluded.guided")
                .params(viewer.id(), guided)
                .update();
    }

    /** One statement, which needs no transaction around it; every page of the feed asks. */
    @Transactional(propagation = Propagation.SUPPORTS, readOnly = true)
    Wish of(UUID account) {
        return jdbc.sql("select minutes, saving, captions, guided from feed_wish where account = ?")
                .param(account)
                .query(Wish.class)
                .optional()
                .orElse(Wish.NONE);
    }

    @Transactional(readOnly = true)
    List<Phrase> phrases(UUID account) {
        return jdbc.sql("select id, phrase, more from feed_steer where account = ? order by more desc, phrase")
                .param(account)
                .query(Phrase.class)
                .list();
    }

    @Transactional(readOnly = true)
    long lessCount(UUID account) {
        return jdbc.sql("select count(*) from feed_less where account = ?")
                .param(account)
                .query(Long.class)
                .single();
    }

    private void hurry(Viewer viewer) {
        limits.take("taste:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    /**
     * How somebody watches.
     *
     * @param minutes a day after which the feed asks them to stop; 0 for none
     * @param saving whether nothing is fetched ahead
     * @param guided whether they have been shown round
     */
    record Wish(int minutes, boolean saving, boolean captions, boolean guided) {
        static final Wish NONE = new Wish(0, false, false, false);
    }

    record Phrase(UUID id, String phrase, boolean more) {}
}
