package app.emaki.moderation;

import app.emaki.account.Accounts;
import app.emaki.account.Standing;
import app.emaki.account.Viewer;
import app.emaki.platform.Ids;
import app.emaki.platform.PublicId;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to reports and decisions. Every act of a moderator stands in the audit log, or did not happen. */
@Component
@Transactional
class Moderation {
    private final ReportRepository reports;
    private final DecisionRepository decisions;
    private final AuditLog log;
    private final Videos videos;
    private final Accounts accounts;
    private final RuleBook rules;
    private final Ids ids;
    private final Clock clock;

    Moderation(
            ReportRepository reports,
            DecisionRepository decisions,
            AuditLog log,
            Videos videos,
            Accounts accounts,
            RuleBook rules,
            Ids ids,
            Clock clock) {
        this.reports = reports;
        this.decisions = decisions;
        this.log = log;
        this.videos = videos;
        this.accounts = accounts;
        this.rules = rules;
        this.ids = ids;
        this.clock = clock;
    }

    /** Reports a video that the viewer may see; a second report by the same viewer amends the first. */
    void report(Viewer viewer, VideoCard video, Rule rule, String note) {
        reports.findByVideoIdAndReporterIdAndDecisionIdIsNull(video.id(), viewer.id())
                .ifPresentOrElse(
                        report -> report.amend(rule, note),
                        () -> reports.save(
                                new Report(ids.next(), video.id(), viewer.id(), rule, note, clock.instant())));
    }

    /** Decides on a video and answers all its open reports. */
    UUID decide(Viewer moderator, VideoCard video, Outcome outcome, Rule rule, String words) {
        var decision = decisions.save(new Decision(
                ids.next(), video.id(), video.author(), moderator.id(), outcome, rule, words, clock.instant()));
        reports.findByVideoIdAndDecisionIdIsNull(video.id()).forEach(report -> report.answer(decision.id()));
        if (outcome.removes()) {
            videos.takeDown(video.id(), rules.reasonFor(video.author(), rule, words));
        }
        if (outcome == Outcome.SUSPEND && standing(video) == Standing.ACTIVE) {
            accounts.suspend(video.author());
        }
        log.record(moderator.id(), "decision." + outcome, subject(video), detail(rule, words));
        return decision.id();
    }

    /** Takes a decision back: what it hid is seen again, and its reports are open again. */
    Optional<UUID> undo(Viewer moderator, UUID decisionId) {
        return decisions
                .findById(decisionId)
                .filter(decision -> !decision.undone())
                .map(decision -> {
                    decision.undo(clock.instant());
                    reports.findByDecisionId(decisionId).forEach(Report::reopen);
                    var video = video(decision.videoId());
                    if (decision.outcome().removes()) {
                        videos.restore(video.id());
                    }
                    if (decision.outcome() == Outcome.SUSPEND && standing(video) == Standing.SUSPENDED) {
                        accounts.reinstate(video.author());
                    }
                    log.record(moderator.id(), "undo." + decision.outcome(), subject(video), "");
                    return video.id();
                });
    }

    private VideoCard video(UUID id) {
        Map<UUID, VideoCard> cards = videos.cards(Set.of(id));
        return Optional.ofNullable(cards.get(id)).orElseThrow(() -> new IllegalStateException("No video " + id));
    }

    private Standing standing(VideoCard video) {
        return accounts.find(video.author()).map(Viewer::standing).orElse(Standing.CLOSED);
    }

    private static String subject(VideoCard video) {
        return "video " + PublicId.of(video.id()) + " @" + video.authorHandle();
    }

    private static String detail(Rule rule, String words) {
        return words.isEmpty() ? rule.name() : rule.name() + ": " + words;
    }
}
