package app.emaki.moderation;

import app.emaki.account.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a film and its author stand on: the consents of those in it, and the member who brought the author. */
@Repository
class GroundsQuery {
    private final JdbcClient jdbc;

    GroundsQuery(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose likeness a film was ordered with, and what they said last. */
    List<Consent> consents(UUID video) {
        return jdbc.sql("""
                        select coalesce(c.handle, o.handle) as handle, o.handle as owner, u.state, c.deleted_at is not null as gone,
                               case when u.account = c.owner then 'OWN' when u.decided_at is not null then 'FILM'
                                    when g.decided_at is not null then 'PERSON' else 'LEVEL' end as ground,
                               coalesce(u.decided_at, g.decided_at, u.created_at) as at, c.consented_at
                        from cameo_use u join cameo c on c.id = u.cameo join account o on o.id = c.owner
                             left join cameo_grant g on g.cameo = u.cameo and g.account = u.account
                                  and g.state = 'ALLOWED' and g.decided_at <= u.created_at
                        where u.video = ? order by handle, c.id""").param(video).query(Consent.class).list();
    }

    /** Who brought somebody; empty for those who came without a code. */
    Optional<Inviter> inviter(UUID account) {
        return jdbc.sql("""
                        select a.handle, a.standing, u.used_at, i.personal
                        from invite_use u join invite i on i.id = u.invite_id join account a on a.id = i.owner_id
                        where u.account_id = ?""").param(account).query(Inviter.class).optional();
    }

    /**
     * One likeness in a film.
     *
     * @param ground on what the use stands: {@code OWN} likeness, a word on this {@code FILM}, a word to this
     *     {@code PERSON}, or the {@code LEVEL} that was open
     * @param at when that was said, or the film ordered
     * @param consentedAt when the owner agreed to the text of consent
     */
    record Consent(
            String handle,
            String owner,
            String state,
            boolean gone,
            String ground,
            Instant at,
            @Nullable Instant consentedAt) {}

    /** Who brought somebody, and how they stand now; {@code personal} for their own code, not one that an admin issued. */
    record Inviter(String handle, Standing standing, Instant usedAt, boolean personal) {}
}
