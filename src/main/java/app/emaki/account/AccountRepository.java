package app.emaki.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<Account, UUID> {
    Account save(Account account);

    Account saveAndFlush(Account account);

    Optional<Account> findById(UUID id);

    Optional<Account> findByHandle(String handle);

    Optional<Account> findByEmail(String email);

    @Query("select a from Account a where a.handle = :login or a.email = :login")
    Optional<Account> findByLogin(String login);

    boolean existsBySkeleton(String skeleton);

    @Query("select count(a) > 0 from Account a where a.skeleton = :skeleton and a.id <> :but")
    boolean existsBySkeletonBut(String skeleton, UUID but);

    boolean existsByEmail(String email);

    boolean existsByRole(Role role);

    boolean existsByRoleNotAndStandingAndIdNot(Role role, Standing standing, UUID id);

    Optional<Account> findFirstByRoleOrderByCreatedAt(Role role);
}
