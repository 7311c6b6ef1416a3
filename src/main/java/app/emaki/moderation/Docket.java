package app.emaki.moderation;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.moderation.Decision.Verdict;
import app.emaki.social.Comments;
import app.emaki.video.Videos;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door for an admin's programs: a decision on a thing, with or without a report of it, and taking one back. */
@Component
@Transactional
public class Docket {
    /** Longest suspension, in days. */
    public static final int MOST_DAYS = 365;

    private final Moderation moderation;
    private final Decisions decisions;
    private final Videos videos;
    private final Comments comments;
    private final Accounts accounts;

    Docket(Moderation moderation, Decisions decisions, Videos videos, Comments comments, Accounts accounts) {
        this.moderation = moderation;
        this.decisions = decisions;
        this.videos = videos;
        this.comments = comments;
        this.accounts = accounts;
    }

    /**
     * Decides on a thing, as on the page of moderators: its author reads the reason, and may appeal.
     *
     * @return the id of the decision
     * @throws Unfit when a word of it is unknown, there is no such thing, or it is not this admin's to decide
     */
    public UUID decide(Viewer admin, Ruling ruling) {
        var outcome = word(Outcome.class, ruling.outcome(), "outcome");
        var rule = word(Rule.class, ruling.rule(), "rule");
        var words = ruling.words().strip();
        if (words.length() > Decision.LONGEST_WORDS) {
            throw new Unfit("words");
        }
        if (ruling.days() < 1 || ruling.days() > MOST_DAYS) {
            throw new Unfit("days");
        }
        var subject = subject(admin, word(Kind.class, ruling.kind(), "kind"), ruling.subject())
                .orElseThrow(() -> new Unfit("subject"));
        try {
            return decisions
                    .decide(
                            admin,
                            moderation.matter(subject, rule),
                            new Verdict(outcome, rule, words, ruling.tree(), ruling.days(), ruling.block()))
                    .id();
        } catch (Decisions.Refused | Matter.Decided e) {
            throw new Unfit("standing");
        }
    }

    /**
     * Takes a decision back: what it hid is seen again. False when there is none that stands.
     *
     * @throws Unfit when it was decided against this very admin
     */
    public boolean undo(Viewer admin, UUID decision) {
        try {
            return decisions.undo(admin, decision).isPresent();
        } catch (Decisions.Refused e) {
            throw new Unfit("standing");
        }
    }

    /** The words that a ruling may use: of {@code kind}, {@code outcome} or {@code rule}. */
    public static Set<String> words(String field) {
        var values = switch (field) {
            case "kind" -> new Kind[] {Kind.VIDEO, Kind.COMMENT, Kind.PROFILE};
            case "outcome" -> Outcome.values();
            default -> Rule.values();
        };
        var words = new java.util.LinkedHashSet<String>();
        Arrays.stream(values).map(it -> it.name().toLowerCase(Locale.ROOT)).forEach(words::add);
        return words;
    }

    private Optional<Subject> subject(Viewer admin, Kind kind, UUID id) {
        return switch (kind) {
            case VIDEO ->
                Optional.ofNullable(videos.cards(Set.of(id)).get(id))
                        .map(it -> new Subject(kind, it.id(), it.author(), it.caption()));
            case COMMENT -> comments.find(admin, id).map(it -> new Subject(kind, it.id(), it.author(), it.text()));
            default ->
                accounts.find(id)
                        .map(it -> new Subject(
                                kind, it.id(), it.id(), (it.displayName() + "\n" + accounts.about(it.id())).strip()));
        };
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word, String field) {
        if (!words(field).contains(word)) {
            throw new Unfit(field);
        }
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    /**
     * What is decided.
     *
     * @param kind {@code video}, {@code comment} or {@code profile}
     * @param subject the id of that
     * @param outcome {@code keep}, {@code limit}, {@code warn}, {@code remove}, {@code suspend} or {@code ban}
     * @param rule on which it rests
     * @param words for the author to read; may be empty
     * @param days that a suspension lasts
     * @param tree whether what was made from a film goes with it
     * @param block whether a film must not come back
     */
    public record Ruling(
            String kind,
            UUID subject,
            String outcome,
            String rule,
            String words,
            int days,
            boolean tree,
            boolean block) {}

    /** A ruling that cannot be; the field says what is wrong, {@code standing} that it is not this admin's to decide now. */
    public static class Unfit extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unfit(String field) {
            super(field);
        }

        public String field() {
            return String.valueOf(getMessage());
        }
    }
}
