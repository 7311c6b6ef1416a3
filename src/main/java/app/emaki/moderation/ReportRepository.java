package app.emaki.moderation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ReportRepository extends Repository<Report, UUID> {
    Report save(Report report);

    Optional<Report> findById(UUID id);

    Optional<Report> findByMatterIdAndReporterId(UUID matterId, UUID reporterId);

    List<Report> findByMatterId(UUID matterId);
}
