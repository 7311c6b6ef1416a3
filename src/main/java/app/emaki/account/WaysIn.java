package app.emaki.account;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a way in away only while another one is left: a password, a passkey, or an account kept elsewhere. */
@Component
@Transactional
class WaysIn {
    private final JdbcClient jdbc;
    private final PasskeyStore passkeys;
    private final OidcIdentities identities;

    WaysIn(JdbcClient jdbc, PasskeyStore passkeys, OidcIdentities identities) {
        this.jdbc = jdbc;
        this.passkeys = passkeys;
        this.identities = identities;
    }

    /** @throws NoSuchAccount when it is none of the owner's */
    boolean removePasskey(UUID owner, UUID id) {
        var left = lock(owner)
                || passkeys.of(owner).size() > 1
                || !identities.of(owner).isEmpty();
        if (left && !passkeys.remove(owner, id)) {
            throw new NoSuchAccount();
        }
        return left;
    }

    /**
     * Unties an account kept elsewhere. Another one of those does not count, as its provider may be gone tomorrow.
     *
     * @throws NoSuchAccount when it is none of the owner's
     */
    boolean unlink(UUID owner, UUID id) {
        var left = lock(owner) || !passkeys.of(owner).isEmpty();
        if (left && !identities.remove(owner, id)) {
            throw new NoSuchAccount();
        }
        return left;
    }

    /** Whether there is a password; of two who take something away at once, the second waits here. */
    private boolean lock(UUID owner) {
        return jdbc.sql("select has_password from account where id = ? for update")
                .param(owner)
                .query(Boolean.class)
                .single();
    }
}
