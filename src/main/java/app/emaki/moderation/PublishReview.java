package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.generation.FaceDeclarations;
import app.emaki.video.PublicationGate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Which films wait for a person: those like a film that was taken down, those that begin with somebody's face, and those that the
 * house wants to see first.
 */
@Component
class PublishReview implements PublicationGate {
    static final int NEWCOMER = 3;

    private final House house;
    private final BlockedFilms blocked;
    private final FaceDeclarations faces;
    private final ModerationQuery query;

    PublishReview(House house, BlockedFilms blocked, FaceDeclarations faces, ModerationQuery query) {
        this.house = house;
        this.blocked = blocked;
        this.faces = faces;
        this.query = query;
    }

    @Override
    public Optional<String> holds(Viewer author, UUID video, boolean passed) {
        if (passed) {
            return Optional.empty();
        }
        var match = blocked.like(video);
        if (match.isPresent()) {
            return Optional.of(match.get().exact() ? "=" : "≈");
        }
        if (author.moderates()) {
            return Optional.empty();
        }
        return reviewed(author) || house.facesWait() && !faces.of(video).isEmpty() ? Optional.of("") : Optional.empty();
    }

    private boolean reviewed(Viewer author) {
        return switch (house.review()) {
            case OFF -> false;
            case NEWCOMERS -> !query.trusted(author.id()) && query.passed(author.id()) < NEWCOMER;
            case ALL -> !query.trusted(author.id());
        };
    }
}
