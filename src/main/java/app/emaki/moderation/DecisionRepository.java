package app.emaki.moderation;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface DecisionRepository extends Repository<Decision, UUID> {
    Decision save(Decision decision);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Decision> findById(UUID id);
}
