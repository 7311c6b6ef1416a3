package app.emaki.moderation;

import app.emaki.account.Accounts;
import app.emaki.cameo.TakedownGranted;
import app.emaki.moderation.Decision.Verdict;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import java.util.List;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A takedown that somebody outside asked for is a decision like any other: its author reads the reason and may appeal, what was
 * made from the film goes with it if the moderator says so, and it can be undone.
 */
@Component
class TakedownRulings {
    private final Moderation moderation;
    private final Decisions decisions;
    private final ModerationQuery query;
    private final Videos videos;
    private final Accounts accounts;

    TakedownRulings(
            Moderation moderation, Decisions decisions, ModerationQuery query, Videos videos, Accounts accounts) {
        this.moderation = moderation;
        this.decisions = decisions;
        this.query = query;
        this.videos = videos;
        this.accounts = accounts;
    }

    @EventListener
    void on(TakedownGranted event) {
        var card = videos.cards(Set.of(event.video())).get(event.video());
        if (card != null) {
            rule(event, card);
        }
    }

    private void rule(TakedownGranted event, VideoCard film) {
        var moderator = accounts.find(event.moderator()).orElseThrow();
        var verdict = new Verdict(Outcome.REMOVE, Rule.REAL_PERSON, event.words(), event.branch(), 1, true);
        var matter =
                moderation.matter(new Subject(Kind.VIDEO, film.id(), film.author(), film.caption()), Rule.REAL_PERSON);
        if (film.author().equals(moderator.id())) {
            // nobody decides against themselves, but whoever is in it does not wait for that
            var films = event.branch() ? query.tree(film.id()) : List.of(film.id());
            films.forEach(id -> videos.takeDown(id, event.words()));
            return;
        }
        // nor for another moderator who looks at it just now
        moderation.free(matter);
        decisions.decide(moderator, matter, verdict);
    }
}
