package app.emaki.invite;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.Ids;
import app.emaki.platform.Mailbox;
import app.emaki.platform.Page;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Those who have no code yet and left an address; an admin invites from it, first come first. */
@Component
@Transactional
class WaitingList {
    private static final int PAGE = 50;
    private static final Duration GOOD_FOR = Duration.ofDays(14);

    private final JdbcClient jdbc;
    private final Invites invites;
    private final Mailbox mailbox;
    private final MessageSource messages;
    private final Ids ids;
    private final Clock clock;

    WaitingList(JdbcClient jdbc, Invites invites, Mailbox mailbox, MessageSource messages, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.invites = invites;
        this.mailbox = mailbox;
        this.messages = messages;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts an address on the list; one that stands there already stays where it is, and nobody is told so. */
    void join(String email, String words, String language) {
        jdbc.sql("""
                        insert into waiting (id, email, words, language, created_at) values (?, ?, ?, ?, ?)
                        on conflict (email) do nothing""")
                .params(ids.next(), email, words, language.equals("ja") ? "ja" : "en", now())
                .update();
    }

    /** Makes a code with one seat for somebody who waits, and sends it where letters can be sent. */
    Optional<Invited> invite(Viewer admin, UUID id, String address) {
        var waiting = jdbc.sql("select email, language from waiting where id = ? and invited_at is null for update")
                .param(id)
                .query(Who.class)
                .optional();
        return waiting.map(who -> {
            var code = invites.issue(admin, 1, who.email(), clock.instant().plus(GOOD_FOR), Gift.NONE);
            jdbc.sql("update waiting set invited_at = ?, invite_id = ? where id = ?")
                    .params(now(), code.getId(), id)
                    .update();
            var link = address + "/join/" + code.getCode();
            var locale = Locale.of(who.language());
            mailbox.send(
                    who.email(),
                    messages.getMessage("invite.waiting.mail.subject", null, locale),
                    messages.getMessage("invite.waiting.mail.words", new Object[] {link, code.getCode()}, locale));
            return new Invited(who.email(), code.getCode());
        });
    }

    /** Takes somebody off the list. */
    void remove(UUID id) {
        jdbc.sql("delete from waiting where id = ?").param(id).update();
    }

    /** How many wait. */
    @Transactional(readOnly = true)
    int count() {
        return jdbc.sql("select count(*) from waiting where invited_at is null")
                .query(Integer.class)
                .single();
    }

    /** Those who wait, longest first. */
    @Transactional(readOnly = true)
    Page<Entry> waiting(@Nullable Cursor after) {
        var place = after == null ? new Cursor(Instant.EPOCH, new UUID(0, 0)) : after;
        var rows = jdbc.sql("""
                        select id, email, words, language, created_at, null as invited_at, null as code, null as handle from waiting
                        where invited_at is null and (created_at, id) > (?, ?) order by created_at, id limit ?""")
                .params(Timestamp.from(place.at()), place.id(), PAGE + 1)
                .query(Entry.class)
                .list();
        return Page.of(rows, PAGE, entry -> new Cursor(entry.createdAt(), entry.id()));
    }

    /** Those who were invited last, and who came of it. */
    @Transactional(readOnly = true)
    java.util.List<Entry> invited() {
        return jdbc.sql("""
                        select w.id, w.email, w.words, w.language, w.created_at, w.invited_at, i.code,
                               (select a.handle from invite_use u join account a on a.id = u.account_id where u.invite_id = i.id) as handle
                        from waiting w left join invite i on i.id = w.invite_id
                        where w.invited_at is not null order by w.invited_at desc, w.id desc limit ?""").param(PAGE).query(Entry.class).list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    record Entry(
            UUID id,
            String email,
            String words,
            String language,
            Instant createdAt,
            @Nullable Instant invitedAt,
            @Nullable String code,
            @Nullable String handle) {
        public OffsetDateTime since() {
            return createdAt.atOffset(ZoneOffset.UTC);
        }
    }

    record Invited(String email, String code) {}

    private record Who(String email, String language) {}
}
