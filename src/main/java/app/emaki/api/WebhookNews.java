package app.emaki.api;

import app.emaki.account.AccountReinstated;
import app.emaki.account.AccountSuspended;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.generation.GenerationFailed;
import app.emaki.generation.GenerationSucceeded;
import app.emaki.video.VideoPublished;
import app.emaki.video.VideoRemoved;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Hears what happens, and writes down whom it is to be told, in the transaction in which it happens. */
@Component
class WebhookNews {
    private final Webhooks webhooks;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    WebhookNews(Webhooks webhooks, Accounts accounts, JdbcClient jdbc) {
        this.webhooks = webhooks;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(GenerationSucceeded event) {
        webhooks.tell(WebhookEvent.VIDEO_COMPLETED, event.account(), Map.of("id", VideoId.of(event.video())));
    }

    @EventListener
    void on(GenerationFailed event) {
        jdbc.sql("select video_id from generation where id = ?")
                .param(event.id())
                .query(UUID.class)
                .optional()
                .ifPresent(video ->
                        webhooks.tell(WebhookEvent.VIDEO_FAILED, event.account(), Map.of("id", VideoId.of(video))));
    }

    @EventListener
    void on(VideoPublished event) {
        webhooks.tell(WebhookEvent.VIDEO_PUBLISHED, event.author(), Map.of("id", VideoId.of(event.video())));
    }

    @EventListener
    void on(VideoRemoved event) {
        var reason = event.reason();
        if (reason != null) {
            webhooks.tell(
                    WebhookEvent.MODERATION_VIDEO_REMOVED,
                    null,
                    Map.of("id", VideoId.of(event.video()), "author", handle(event.author()), "reason", reason));
        }
    }

    @EventListener
    void on(AccountSuspended event) {
        webhooks.tell(WebhookEvent.MODERATION_ACCOUNT_SUSPENDED, null, Map.of("account", handle(event.account())));
    }

    @EventListener
    void on(AccountReinstated event) {
        webhooks.tell(WebhookEvent.MODERATION_ACCOUNT_REINSTATED, null, Map.of("account", handle(event.account())));
    }

    private String handle(UUID account) {
        return accounts.find(account).map(Viewer::handle).orElse("");
    }
}
