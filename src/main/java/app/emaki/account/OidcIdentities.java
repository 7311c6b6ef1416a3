package app.emaki.account;

import app.emaki.platform.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which account kept elsewhere opens which one here; by the provider's own name for it, never by an address. */
@Component
@Transactional
class OidcIdentities {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    OidcIdentities(JdbcClient jdbc, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whom it opens; notes that it was used. */
    Optional<UUID> open(OidcPerson person) {
        return jdbc.sql("update oidc_identity set used_at = ? where issuer = ? and subject = ? returning account_id")
                .params(now(), person.issuer(), person.subject())
                .query(UUID.class)
                .optional();
    }

    /** Ties it to an account; false when it opens another one, or this one is tied to another of the same provider. */
    boolean link(UUID account, OidcPerson person) {
        return jdbc.sql("""
                        insert into oidc_identity (id, account_id, issuer, subject, label, linked_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing""")
                                .params(ids.next(), account, person.issuer(), person.subject(), person.label(), now())
                                .update()
                        == 1
                || jdbc.sql("select account_id from oidc_identity where issuer = ? and subject = ?")
                        .params(person.issuer(), person.subject())
                        .query(UUID.class)
                        .optional()
                        .filter(account::equals)
                        .isPresent();
    }

    @Transactional(readOnly = true)
    List<Identity> of(UUID account) {
        return jdbc.sql(
                        "select id, issuer, label, linked_at, used_at from oidc_identity where account_id = ? order by linked_at")
                .param(account)
                .query(Identity.class)
                .list();
    }

    /** Unties one of the owner's; false when it is none of theirs. */
    boolean remove(UUID owner, UUID id) {
        return jdbc.sql("delete from oidc_identity where id = ? and account_id = ?")
                        .params(id, owner)
                        .update()
                == 1;
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    record Identity(
            UUID id,
            String issuer,
            String label,
            Instant linkedAt,
            @Nullable Instant usedAt) {
        public OffsetDateTime linked() {
            return linkedAt.atOffset(ZoneOffset.UTC);
        }

        public @Nullable OffsetDateTime used() {
            return usedAt == null ? null : usedAt.atOffset(ZoneOffset.UTC);
        }
    }
}
