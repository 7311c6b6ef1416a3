package app.emaki.moderation;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.cameo.BarredCameos;
import app.emaki.moderation.Decision.Verdict;
import app.emaki.policy.ContentPolicy;
import app.emaki.social.Comments;
import app.emaki.video.Videos;
import java.util.List;
import org.springframework.stereotype.Component;

/** Carries decisions out on the things that they are about, and takes them back: commands to the modules below. */
@Component
class Things {
    private final Videos videos;
    private final Comments comments;
    private final Accounts accounts;
    private final BarredCameos cameos;
    private final ContentPolicy policy;
    private final BlockedFilms blocked;
    private final ModerationQuery query;

    Things(
            Videos videos,
            Comments comments,
            Accounts accounts,
            BarredCameos cameos,
            ContentPolicy policy,
            BlockedFilms blocked,
            ModerationQuery query) {
        this.videos = videos;
        this.comments = comments;
        this.accounts = accounts;
        this.cameos = cameos;
        this.policy = policy;
        this.blocked = blocked;
        this.query = query;
    }

    /** Tells whether what was let out is out: a film may have to wait for somebody in it. */
    boolean carryOut(Matter matter, Decision decision, Verdict verdict, String reason) {
        switch (matter.kind()) {
            case VIDEO -> {
                return film(matter, decision, verdict, reason);
            }
            case COMMENT -> comment(matter, decision);
            case PROFILE -> profile(matter, decision);
            case WORDS -> words(matter, decision);
            case CAMEO -> cameo(matter, decision);
        }
        return true;
    }

    void takeBack(Matter matter, Decision decision) {
        switch (matter.kind()) {
            case VIDEO -> film(matter, decision);
            case COMMENT -> takeBackComment(matter, decision);
            case PROFILE -> takeBackProfile(matter, decision);
            case WORDS -> takeBackWords(matter, decision);
            case CAMEO -> takeBackCameo(matter, decision);
        }
    }

    private boolean film(Matter matter, Decision decision, Verdict verdict, String reason) {
        var film = matter.subjectId();
        if (!query.filmExists(film)) {
            return true;
        }
        if (decision.outcome().removes()) {
            var films = verdict.tree() ? query.tree(film) : List.of(film);
            var touched =
                    films.stream().filter(it -> videos.takeDown(it, reason)).toList();
            decision.touch(touched);
            if (verdict.block()) {
                blocked.block(film, decision.rule());
            }
            return true;
        }
        if (decision.outcome() == Outcome.LIMIT) {
            videos.limit(film, true);
        }
        if (!matter.held()) {
            return true;
        }
        videos.cards(List.of(film)).values().forEach(card -> policy.permit(card.caption()));
        return videos.release(film);
    }

    private void film(Matter matter, Decision decision) {
        decision.touched().forEach(videos::restore);
        if (decision.outcome().removes()) {
            blocked.unblock(matter.subjectId());
        }
        if (decision.outcome() == Outcome.LIMIT) {
            videos.limit(matter.subjectId(), false);
        }
    }

    /** A film that had to wait waits again, whatever was decided. */
    void waitAgain(Matter matter) {
        if (matter.kind() == Kind.VIDEO && matter.held() && query.filmExists(matter.subjectId())) {
            videos.hold(matter.subjectId());
        }
    }

    private void comment(Matter matter, Decision decision) {
        if (decision.outcome().removes()) {
            comments.remove(matter.subjectId());
        } else if (matter.held()) {
            comments.restore(matter.subjectId());
        }
    }

    private void takeBackComment(Matter matter, Decision decision) {
        if (decision.outcome().removes() && !matter.held()) {
            comments.restore(matter.subjectId());
        } else if (!decision.outcome().removes() && matter.held()) {
            comments.remove(matter.subjectId());
        }
    }

    private void profile(Matter matter, Decision decision) {
        if (decision.outcome().removes()) {
            accounts.find(matter.accountId()).ifPresent(person -> {
                decision.remember(person.displayName() + "\n" + accounts.about(person.id()));
                accounts.describe(person.id(), person.handle(), "");
            });
        }
    }

    private void takeBackProfile(Matter matter, Decision decision) {
        var before = decision.before().split("\n", 2);
        if (decision.outcome().removes() && before.length == 2) {
            accounts.find(matter.accountId())
                    .map(Viewer::id)
                    .ifPresent(id -> accounts.describe(id, before[0], before[1]));
        }
    }

    private void cameo(Matter matter, Decision decision) {
        if (decision.outcome().removes()) {
            cameos.bar(matter.subjectId());
        }
    }

    private void takeBackCameo(Matter matter, Decision decision) {
        if (decision.outcome().removes()) {
            cameos.admit(matter.subjectId());
        }
    }

    private void words(Matter matter, Decision decision) {
        if (decision.outcome() == Outcome.KEEP) {
            policy.permit(matter.words());
        }
    }

    private void takeBackWords(Matter matter, Decision decision) {
        if (decision.outcome() == Outcome.KEEP) {
            policy.forbid(matter.words());
        }
    }
}
