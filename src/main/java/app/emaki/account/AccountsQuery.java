package app.emaki.account;

import app.emaki.platform.Cursor;
import app.emaki.platform.Page;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds people for an admin. */
@Repository
class AccountsQuery {
    private static final int PAGE = 30;

    private final JdbcClient jdbc;

    AccountsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those whose handle, name or address has these words in it; all of them when there are none. Newest first. */
    Page<Person> find(String words, @Nullable Cursor before) {
        var place = before == null ? new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1)) : before;
        var like = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        var rows = jdbc.sql("""
                        select a.id, a.handle, a.display_name as name, a.email, a.email_verified_at is not null as verified, a.role, a.standing, a.plan, a.created_at,
                               exists (select from totp t where t.account_id = a.id and t.confirmed_at is not null) as second,
                               (select count(*) from passkey p where p.account_id = a.id) as passkeys,
                               (select max(s.happened_at) from sign_in s where s.account_id = a.id and s.way <> 'REFUSED') as seen_at
                        from account a
                        where (a.created_at, a.id) < (:at, :id) and a.erased_at is null
                          and (:words = '' or a.handle ilike :like or a.display_name ilike :like or a.email ilike :like)
                        order by a.created_at desc, a.id desc limit :size""")
                .param("at", Timestamp.from(place.at()))
                .param("id", place.id())
                .param("words", words)
                .param("like", like)
                .param("size", PAGE + 1)
                .query(Person.class)
                .list();
        return Page.of(rows, PAGE, person -> new Cursor(person.createdAt(), person.id()));
    }

    record Person(
            UUID id,
            String handle,
            String name,
            String email,
            boolean verified,
            Role role,
            Standing standing,
            Plan plan,
            Instant createdAt,
            boolean second,
            int passkeys,
            @Nullable Instant seenAt) {
        public OffsetDateTime since() {
            return createdAt.atOffset(ZoneOffset.UTC);
        }

        public @Nullable OffsetDateTime seen() {
            return seenAt == null ? null : seenAt.atOffset(ZoneOffset.UTC);
        }
    }
}
