package app.emaki.moderation;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.generation.FaceDeclaration;
import app.emaki.generation.FaceDeclarations;
import app.emaki.moderation.ModerationQuery.PastDecision;
import app.emaki.moderation.ModerationQuery.QueueItem;
import app.emaki.moderation.ModerationQuery.Voice;
import app.emaki.platform.PublicId;
import app.emaki.policy.ContentPolicy;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Lays out what moderators need to see: the thing, what was said of it, whose it is, and what the machine can check. */
@Component
class MatterView {
    private final ModerationQuery query;
    private final GroundsQuery grounds;
    private final Letters letters;
    private final BlockedFilms blocked;
    private final FaceDeclarations faces;
    private final Accounts accounts;
    private final Videos videos;
    private final ContentPolicy policy;
    private final Clock clock;

    MatterView(
            ModerationQuery query,
            GroundsQuery grounds,
            Letters letters,
            BlockedFilms blocked,
            FaceDeclarations faces,
            Accounts accounts,
            Videos videos,
            ContentPolicy policy,
            Clock clock) {
        this.query = query;
        this.grounds = grounds;
        this.letters = letters;
        this.blocked = blocked;
        this.faces = faces;
        this.accounts = accounts;
        this.videos = videos;
        this.policy = policy;
        this.clock = clock;
    }

    /** The numbers in the head of every page of moderation. */
    void head(Model model) {
        model.addAttribute("waiting", query.waiting());
        model.addAttribute("appealing", query.appeals());
    }

    void list(List<QueueItem> queue, Model model) {
        model.addAttribute(
                "cards",
                cards(queue.stream().filter(it -> it.kind() == Kind.VIDEO).map(QueueItem::subjectId)));
        model.addAttribute("now", clock.instant());
    }

    void show(Viewer viewer, QueueItem matter, Locale locale, Model model) {
        var voices = query.voices(matter.id());
        model.addAttribute("matter", matter);
        model.addAttribute("voices", voices);
        model.addAttribute("letters", letters.of(voices.stream().map(Voice::id).toList()));
        model.addAttribute("person", query.person(matter.accountId()).orElseThrow());
        model.addAttribute("inviter", grounds.inviter(matter.accountId()).orElse(null));
        model.addAttribute("past", query.past(matter.accountId()));
        model.addAttribute("outcomes", Outcome.on(matter.kind()));
        if (matter.kind() == Kind.VIDEO) {
            film(matter, locale, model);
        } else {
            model.addAttribute("screened", policy.check(matter.words(), locale.getLanguage()));
        }
    }

    private void film(QueueItem matter, Locale locale, Model model) {
        var card = cards(Stream.of(matter.subjectId())).get(matter.subjectId());
        if (card == null) {
            return;
        }
        var prompt = query.prompt(card.id()).orElse("");
        model.addAttribute("video", card);
        model.addAttribute("seen", Looked.at(card.caption()));
        model.addAttribute("prompt", prompt);
        model.addAttribute("branch", query.tree(card.id()).size() - 1);
        model.addAttribute("consents", grounds.consents(card.id()));
        model.addAttribute("faces", faces(card.id()));
        model.addAttribute("screened", policy.check(card.caption() + "\n" + prompt, locale.getLanguage()));
        blocked.like(card.id()).ifPresent(match -> model.addAttribute("twin", match));
        var source = card.remixOf();
        if (source != null) {
            model.addAttribute("source", cards(Stream.of(source)).get(source));
        }
    }

    /** Whether the caption of a film that waits is still the one that was looked at. */
    boolean unchanged(QueueItem matter, @Nullable String seen) {
        if (matter.kind() != Kind.VIDEO || !matter.held()) {
            return true;
        }
        var card = cards(Stream.of(matter.subjectId())).get(matter.subjectId());
        return card == null || Looked.at(card.caption()).equals(seen);
    }

    private List<Face> faces(UUID video) {
        return faces.of(video).stream()
                .map(it -> new Face(
                        it, accounts.find(it.account()).map(Viewer::handle).orElse(null), origin(it)))
                .toList();
    }

    private static @Nullable String origin(FaceDeclaration face) {
        var origin = face.origin();
        return origin == null ? null : "/v/" + PublicId.of(origin);
    }

    /** What decided things are called, by the id of their matter. */
    Map<UUID, Named> names(Collection<PastDecision> decided, Locale locale) {
        var cards = cards(decided.stream().filter(it -> it.kind() == Kind.VIDEO).map(PastDecision::subjectId));
        var names = new HashMap<UUID, Named>();
        for (var decision : decided) {
            var card = cards.get(decision.subjectId());
            names.put(
                    decision.matterId(),
                    card == null ? new Named(decision.subject(), null) : new Named(card.title(), card.page()));
        }
        return names;
    }

    Map<UUID, VideoCard> cards(Stream<UUID> ids) {
        Set<UUID> wanted = ids.collect(Collectors.toSet());
        return wanted.isEmpty() ? Map.of() : videos.cards(wanted);
    }

    /** What was said of a face, by whom (null when their account is gone), and the page of the film that brought it in. */
    record Face(
            FaceDeclaration said,
            @Nullable String handle,
            @Nullable String origin) {}

    /** A name, and where the thing is if it has a page. */
    record Named(String title, @Nullable String page) {}
}
