package app.emaki.api;

import app.emaki.account.Accounts;
import app.emaki.cameo.ConsentMissing;
import app.emaki.generation.GenerationFailed;
import app.emaki.generation.GenerationSucceeded;
import app.emaki.video.CaptionRefused;
import app.emaki.video.Publication;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How a film shall be shown as soon as it is finished, when its order said so. */
@Component
class PublicationWishes {
    private static final Logger log = LoggerFactory.getLogger(PublicationWishes.class);

    private final JdbcClient jdbc;
    private final Videos videos;
    private final Accounts accounts;
    private final Clock clock;

    PublicationWishes(JdbcClient jdbc, Videos videos, Accounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.videos = videos;
        this.accounts = accounts;
        this.clock = clock;
    }

    void keep(UUID film, Wish wish) {
        jdbc.sql("insert into api_wish (video_id, visibility, caption, created_at) values (?, ?, ?, ?)")
                .params(film, wish.visibility().name(), wish.caption(), Timestamp.from(clock.instant()))
                .update();
    }

    @EventListener
    void on(GenerationSucceeded event) {
        jdbc.sql("delete from api_wish where video_id = ? returning visibility, caption")
                .param(event.video())
                .query((row, n) -> new Wish(Visibility.valueOf(row.getString("visibility")), row.getString("caption")))
                .optional()
                .ifPresent(wish -> show(event, wish));
    }

    @EventListener
    void on(GenerationFailed event) {
        jdbc.sql("delete from api_wish where video_id = (select video_id from generation where id = ?)")
                .param(event.id())
                .update();
    }

    /** A caption that the rules forbid by now, or somebody who has not agreed yet, leaves a draft, as on the page. */
    private void show(GenerationSucceeded event, Wish wish) {
        accounts.find(event.account()).ifPresent(author -> {
            try {
                videos.publish(author, event.video(), new Publication(wish.caption(), wish.visibility(), true));
            } catch (CaptionRefused e) {
                log.info("Film {} stays a draft: its caption is not allowed", event.video());
            } catch (ConsentMissing e) {
                log.info("Film {} stays a draft: somebody in it has not agreed", event.video());
            }
        });
    }

    /** For whom, and with which words beneath. */
    record Wish(Visibility visibility, String caption) {}
}
