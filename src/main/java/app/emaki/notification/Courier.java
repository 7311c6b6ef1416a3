package app.emaki.notification;

import app.emaki.account.Accounts;
import app.emaki.account.Instances;
import app.emaki.platform.Mailbox;
import app.emaki.platform.PublicId;
import app.emaki.platform.web.Site;
import app.emaki.video.Videos;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries notices out of the house, by push and by letter. A row says whether it went out; what was read before its turn, or
 * waited for a day, stays in. In quiet hours it waits.
 */
@Component
class Courier {
    private static final int BATCH = 20;
    private static final Duration OLDEST = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Choices choices;
    private final Pushes pushes;
    private final Mailbox letters;
    private final Accounts accounts;
    private final Instances instances;
    private final Videos videos;
    private final MessageSource messages;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Site site;

    Courier(
            JdbcClient jdbc,
            Choices choices,
            Pushes pushes,
            Mailbox letters,
            Accounts accounts,
            Instances instances,
            Videos videos,
            MessageSource messages,
            JsonMapper json,
            TransactionTemplate transaction,
            Clock clock,
            Site site) {
        this.jdbc = jdbc;
        this.choices = choices;
        this.pushes = pushes;
        this.letters = letters;
        this.accounts = accounts;
        this.instances = instances;
        this.videos = videos;
        this.messages = messages;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
        this.site = site;
    }

    /** Takes the next notices and sends them out; tells how many it took. */
    int step() {
        var due = Objects.requireNonNull(transaction.execute(status -> take()));
        // what went out cannot be taken back: only after the row says so
        due.forEach(this::write);
        due.stream()
                .filter(notice -> choices.of(notice.account(), notice.kind()).push())
                .forEach(this::push);
        return due.size();
    }

    private List<Due> take() {
        return jdbc.sql("""
                        with due as (
                          select n.id from notification n left join notification_quiet q on q.account_id = n.account_id
                          where n.told_at is null and (q.account_id is null or not case
                            when q.begins <= q.ends then (cast(:now as timestamptz) at time zone q.zone)::time between q.begins and q.ends
                            else (cast(:now as timestamptz) at time zone q.zone)::time >= q.begins
                              or (cast(:now as timestamptz) at time zone q.zone)::time < q.ends end)
                          order by n.happened_at limit :batch for update of n skip locked),
                        told as (
                          update notification n set told_at = :now from due where n.id = due.id
                          returning n.account_id, n.kind, n.topic, n.actor_id, n.others, n.words, n.happened_at, n.read_at)
                        select t.account_id as account, t.kind, t.topic, a.display_name as actor, t.others, t.words from told t
                        left join account a on a.id = t.actor_id where t.read_at is null and t.happened_at > :since
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("since", Timestamp.from(clock.instant().minus(OLDEST)))
                .param("batch", BATCH)
                .query(Due.class)
                .list();
    }

    private void write(Due notice) {
        if (letters.open() && choices.of(notice.account(), notice.kind()).mail()) {
            var locale = locale(notice.account());
            var line = line(notice, locale);
            accounts.address(notice.account())
                    .ifPresent(address -> letters.send(
                            address,
                            instances.current().name() + ": " + line,
                            messages.getMessage(
                                    "notification.letter",
                                    new Object[] {
                                        line,
                                        notice.words(),
                                        site.addressForLetters() + link(notice),
                                        site.addressForLetters() + "/settings/notifications"
                                    },
                                    locale)));
        }
    }

    private void push(Due notice) {
        pushes.push(
                notice.account(),
                json.writeValueAsString(new Slip(
                        instances.current().name(),
                        line(notice, locale(notice.account())),
                        link(notice),
                        notice.kind() + " " + notice.topic())));
    }

    private String line(Due notice, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(
                "notification." + notice.kind(),
                new Object[] {notice.actor(), notice.others(), title(notice.account(), notice.topic())},
                locale));
    }

    /** Of a film that they may watch by now; what was said of it before is not said again. */
    private String title(UUID account, @Nullable UUID video) {
        var card = video == null ? null : videos.cards(account, Set.of(video)).get(video);
        var title = card == null ? "" : card.title();
        return title.codePointCount(0, title.length()) > 60
                ? title.substring(0, title.offsetByCodePoints(0, 60)) + "…"
                : title;
    }

    private String link(Due notice) {
        var video = notice.topic();
        return switch (notice.kind()) {
            case FAILED -> "/generations";
            case BACKEND_DOWN, BACKEND_BACK, ENGINE_TROUBLE -> "/admin/engine";
            case CODES_GUESSED -> "/admin/invites";
            case READY, LIKED, COMMENTED, REPLIED, MENTIONED, COMMENT_LIKED, REMIXED, REMIX_REMIXED, CAMEO_MISSING ->
                video == null ? "/notifications" : "/v/" + PublicId.of(video);
            default -> "/notifications";
        };
    }

    private Locale locale(UUID account) {
        return Locale.of(accounts.language(account).orElse(instances.current().language()));
    }

    /** One notice that goes out. */
    record Due(
            UUID account,
            Kind kind,
            @Nullable UUID topic,
            @Nullable String actor,
            int others,
            String words) {}

    /** What the worker of a browser shows. */
    record Slip(String title, String body, String url, String tag) {}
}
