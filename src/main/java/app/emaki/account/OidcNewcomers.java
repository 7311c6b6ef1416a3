package app.emaki.account;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes accounts for those who come from a provider: without a password, and waiting for their invite code like any other. */
@Component
@Transactional
class OidcNewcomers {
    private final Accounts accounts;
    private final AccountRepository repository;
    private final OidcIdentities identities;
    private final Clock clock;

    OidcNewcomers(Accounts accounts, AccountRepository repository, OidcIdentities identities, Clock clock) {
        this.clock = clock;
        this.accounts = accounts;
        this.repository = repository;
        this.identities = identities;
    }

    UUID register(String handle, String email, OidcPerson person) {
        var id = accounts.register(handle, email, OneTimeToken.random()).id();
        var account = repository.findById(id).orElseThrow(NoSuchAccount::new);
        account.hasNoPassword();
        if (person.verified() && person.email().equals(email)) {
            account.hasEmail(email, clock.instant());
        }
        repository.saveAndFlush(account);
        if (!identities.link(id, person)) {
            throw new org.springframework.dao.DuplicateKeyException("It opens another account already");
        }
        return id;
    }
}
