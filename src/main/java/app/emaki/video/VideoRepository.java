package app.emaki.video;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface VideoRepository extends Repository<Video, UUID> {
    Video save(Video video);

    Video saveAndFlush(Video video);

    Optional<Video> findById(UUID id);

    Optional<Video> findByIdAndAuthor(UUID id, UUID author);

    @Query("select v.id from Video v where v.deletedAt < :before and v.erasedAt is null order by v.deletedAt")
    List<UUID> deletedBefore(Instant before, Limit limit);
}
