package app.emaki.moderation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReportRepository extends Repository<Report, UUID> {
    Report save(Report report);

    Optional<Report> findByVideoIdAndReporterIdAndDecisionIdIsNull(UUID videoId, UUID reporterId);

    List<Report> findByVideoIdAndDecisionIdIsNull(UUID videoId);

    List<Report> findByDecisionId(UUID decisionId);
}
