package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.moderation.ModeratorSpoke.Topic;
import app.emaki.platform.Ids;
import app.emaki.social.CommentHeld;
import app.emaki.video.VideoHeld;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door to what is said of things: reports, requests, what is held, and who looks at it. Decisions are {@link Decisions}. */
@Component
@Transactional
class Moderation {
    private final MatterRepository matters;
    private final ReportRepository reports;
    private final Letters letters;
    private final AuditLog log;
    private final Ids ids;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Moderation(
            MatterRepository matters,
            ReportRepository reports,
            Letters letters,
            AuditLog log,
            Ids ids,
            Clock clock,
            ApplicationEventPublisher events) {
        this.matters = matters;
        this.reports = reports;
        this.letters = letters;
        this.log = log;
        this.ids = ids;
        this.clock = clock;
        this.events = events;
    }

    /** Reports a thing that the viewer may see; a second report by the same viewer amends the first. */
    UUID report(Viewer viewer, Subject subject, Rule rule, String note) {
        var matter = open(subject, rule, false);
        var known = reports.findByMatterIdAndReporterId(matter.id(), viewer.id());
        known.ifPresentOrElse(
                report -> {
                    report.amend(rule, note);
                    matter.weigh(rule);
                },
                () -> matter.hear(rule));
        return known.orElseGet(() ->
                        reports.save(new Report(ids.next(), matter.id(), viewer.id(), rule, note, clock.instant())))
                .id();
    }

    /** Asks a moderator to look at words that the rules refused; the same words asked twice are one request. */
    UUID ask(Viewer viewer, String words) {
        var key = UUID.nameUUIDFromBytes((viewer.id() + words).getBytes(StandardCharsets.UTF_8));
        return report(viewer, new Subject(Kind.WORDS, key, viewer.id(), words), Rule.OTHER, "");
    }

    /** The matter of a thing, opened where nobody has said anything of it yet. */
    UUID matter(Subject subject, Rule rule) {
        return open(subject, rule, false).id();
    }

    /** Takes a matter for a quarter of an hour; false when somebody else has it. */
    boolean claim(Viewer moderator, UUID matter) {
        return find(matter)
                .filter(Matter::open)
                .filter(it -> it.claim(moderator.id(), clock.instant()))
                .isPresent();
    }

    void release(Viewer moderator, UUID matter) {
        find(matter).ifPresent(it -> it.release(moderator.id()));
    }

    /** Whoever has a matter has it no longer. */
    void free(UUID matter) {
        find(matter).ifPresent(Matter::free);
    }

    /** The reporter writes on. */
    boolean write(Viewer reporter, UUID report, String words) {
        return reports.findById(report)
                .filter(it -> it.reporterId().equals(reporter.id()))
                .map(it -> {
                    letters.add(it.id(), reporter.id(), false, words);
                    return true;
                })
                .orElse(false);
    }

    /** A moderator answers a reporter, who is told. */
    boolean answer(Viewer moderator, UUID report, String words) {
        return reports.findById(report)
                .map(it -> {
                    letters.add(it.id(), moderator.id(), true, words);
                    events.publishEvent(new ModeratorSpoke(it.reporterId(), Topic.REPORT_ANSWERED, it.id(), words));
                    log.record(moderator.id(), "answer", it.reporterId(), "", words);
                    return true;
                })
                .orElse(false);
    }

    /** A film that may not be seen before a person has looked. */
    @EventListener
    void on(VideoHeld event) {
        open(new Subject(Kind.VIDEO, event.video(), event.author(), event.reason()), Rule.OTHER, true);
    }

    /** A comment that may not be seen before a person has looked. */
    @EventListener
    void on(CommentHeld event) {
        open(new Subject(Kind.COMMENT, event.comment(), event.author(), event.text()), Rule.OTHER, true);
    }

    private Matter open(Subject subject, Rule rule, boolean held) {
        var matter = waiting(subject).orElseGet(() -> {
            matters.openOnce(
                    ids.next(),
                    subject.kind().name(),
                    subject.id(),
                    subject.account(),
                    subject.words(),
                    rule.name(),
                    rule.weight(),
                    held,
                    clock.instant());
            return waiting(subject).orElseThrow();
        });
        if (held) {
            matter.hold();
        }
        return matter;
    }

    private Optional<Matter> waiting(Subject subject) {
        return matters.findByKindAndSubjectIdAndDecidedAtIsNull(subject.kind(), subject.id());
    }

    private Optional<Matter> find(UUID id) {
        return matters.findById(id);
    }
}
