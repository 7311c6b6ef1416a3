package app.emaki.moderation;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MatterRepository extends Repository<Matter, UUID> {
    /** Opens a matter unless somebody else has opened it this moment. */
    @Modifying
    @Query(value = """
                    insert into matter (id, kind, subject_id, account_id, words, rule, weight, held, opened_at)
                    values (:id, :kind, :subject, :account, :words, :rule, :weight, :held, :now)
                    on conflict (kind, subject_id) where decided_at is null do nothing""", nativeQuery = true)
    void openOnce(
            UUID id,
            String kind,
            UUID subject,
            UUID account,
            String words,
            String rule,
            int weight,
            boolean held,
            Instant now);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Matter> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Matter> findByKindAndSubjectIdAndDecidedAtIsNull(Kind kind, UUID subjectId);
}
