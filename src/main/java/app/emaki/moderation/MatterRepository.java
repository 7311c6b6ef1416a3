package app.emaki.moderation;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.repository.Repository;

interface MatterRepository extends Repository<Matter, UUID> {
    Matter saveAndFlush(Matter matter);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Matter> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Matter> findByKindAndSubjectIdAndDecidedAtIsNull(Kind kind, UUID subjectId);
}
