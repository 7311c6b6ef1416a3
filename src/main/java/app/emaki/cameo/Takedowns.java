package app.emaki.cameo;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.Ids;
import app.emaki.platform.Page;
import app.emaki.platform.PublicId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Requests of people who may have no account: that a film with them in it be taken down. */
@Component
@Transactional
class Takedowns {
    private static final int PAGE = 30;

    private final JdbcClient jdbc;
    private final Films films;
    private final Accounts accounts;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Takedowns(JdbcClient jdbc, Films films, Accounts accounts, Ids ids, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.films = films;
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    void ask(String page, String name, String contact, String words, String language) {
        jdbc.sql("""
                        insert into cameo_takedown (id, page, video, name, contact, words, language, created_at)
                        values (:id, :page, :video, :name, :contact, :words, :language, :now)""")
                .param("id", ids.next())
                .param("page", page)
                .param("video", films.at(page).orElse(null))
                .param("name", name)
                .param("contact", contact)
                .param("words", words)
                .param("language", language)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Notes what became of a request; a takedown is carried out by whoever keeps the films. Nobody declines what is asked of
     * their own film, as long as somebody else can.
     *
     * @return false when it is for somebody else to decline
     */
    boolean decide(Viewer admin, UUID id, boolean down, boolean branch, String answer) {
        if (!down && own(admin, id) && accounts.othersModerate(admin.id())) {
            return false;
        }
        var video = jdbc.sql("""
                        update cameo_takedown set state = ?, answer = ?, decided_by = ?, decided_at = ? where id = ? and state = 'OPEN'
                        returning video""")
                .params(down ? "TAKEN_DOWN" : "DECLINED", answer, admin.id(), Timestamp.from(clock.instant()), id)
                .query(UUID.class)
                .list();
        if (down && !video.isEmpty() && video.getFirst() != null) {
            events.publishEvent(new TakedownGranted(video.getFirst(), admin.id(), answer, branch));
        }
        if (!video.isEmpty()) {
            var topic = video.getFirst() == null ? id : video.getFirst();
            var act = "cameo.act.takedown." + (down ? "granted" : "declined");
            events.publishEvent(new ConsentChanged(admin.id(), act, null, topic, answer));
        }
        return true;
    }

    private boolean own(Viewer admin, UUID request) {
        return jdbc.sql("select video from cameo_takedown where id = ? and video is not null")
                .param(request)
                .query(UUID.class)
                .optional()
                .flatMap(films::author)
                .filter(admin.id()::equals)
                .isPresent();
    }

    @Transactional(readOnly = true)
    Page<Request> list(@Nullable Cursor before) {
        var place = before == null ? new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)) : before;
        var rows = jdbc.sql("""
                        select id, page, video, name, contact, words, state, created_at, answer from cameo_takedown
                        where (created_at, id) < (?, ?) order by created_at desc, id desc limit ?""")
                .params(Timestamp.from(place.at()), place.id(), PAGE + 1)
                .query(Request.class)
                .list();
        return Page.of(rows, PAGE, row -> new Cursor(row.createdAt(), row.id()));
    }

    /** How many films were made from the film that a request is about. */
    @Transactional(readOnly = true)
    Map<UUID, Integer> branches(Page<Request> requests) {
        return requests.items().stream()
                .filter(request -> request.state().equals("OPEN"))
                .map(Request::video)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), films::branch));
    }

    @Transactional(readOnly = true)
    int open() {
        return jdbc.sql("select count(*) from cameo_takedown where state = 'OPEN'")
                .query(Integer.class)
                .single();
    }

    record Request(
            UUID id,
            String page,
            @Nullable UUID video,
            String name,
            String contact,
            String words,
            String state,
            Instant createdAt,
            String answer) {

        public OffsetDateTime at() {
            return createdAt.atOffset(ZoneOffset.UTC);
        }

        public @Nullable String film() {
            return video == null ? null : "/v/" + PublicId.of(video);
        }
    }
}
