package app.emaki.generation;

import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.cameo.Cameos;
import app.emaki.credit.Credits;
import app.emaki.generation.Refusal.Reason;
import app.emaki.model.Capabilities;
import app.emaki.model.ModelOffer;
import app.emaki.model.Picture;
import app.emaki.model.VideoModels;
import app.emaki.policy.ContentPolicy;
import app.emaki.policy.Use;
import app.emaki.policy.Verdict;
import app.emaki.video.Videos;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What an order must keep to; the first rule that it breaks is the one that is told. */
@Component
class Rules {
    private static final int MOST_TAKES = 4;

    private final ContentPolicy policy;
    private final VideoModels models;
    private final Videos videos;
    private final Cameos cameos;
    private final Plans plans;
    private final Credits credits;
    private final GenerationRepository generations;
    private final GenerationSettings settings;

    Rules(
            ContentPolicy policy,
            VideoModels models,
            Videos videos,
            Cameos cameos,
            Plans plans,
            Credits credits,
            GenerationRepository generations,
            GenerationSettings settings) {
        this.policy = policy;
        this.models = models;
        this.videos = videos;
        this.cameos = cameos;
        this.plans = plans;
        this.credits = credits;
        this.generations = generations;
        this.settings = settings;
    }

    Optional<Refusal> broken(Viewer viewer, GenerationRequest order) {
        return words(order.prompt())
                .or(() -> model(order))
                .or(() -> capabilities(order, offer(order)))
                .or(() -> parent(viewer, order))
                .or(() -> consent(viewer, order))
                .or(() -> plan(viewer, order))
                .or(() -> queue(viewer, order))
                .or(() -> price(viewer, order));
    }

    private Optional<Refusal> words(Prompt prompt) {
        int length = prompt.text().codePointCount(0, prompt.text().length());
        if (prompt.text().isBlank()) {
            return refuse(Reason.EMPTY_PROMPT);
        }
        if (length > settings.maxPrompt()) {
            return refuse(Reason.PROMPT_TOO_LONG, "limit", settings.maxPrompt(), "asked", length);
        }
        return refusal(policy.check(prompt.text(), prompt.language()));
    }

    /** What voices beyond our own rules say; asked only when the order counts, since it may take a while. */
    Optional<Refusal> votedDown(Prompt prompt) {
        return refusal(policy.judge(Use.PROMPT, prompt.text(), prompt.language()));
    }

    private static Optional<Refusal> refusal(Verdict verdict) {
        return verdict.blocks()
                ? refuse(
                        Reason.POLICY,
                        "rule",
                        String.valueOf(verdict.rule()),
                        "words",
                        verdict.words(),
                        "verdict",
                        verdict)
                : Optional.empty();
    }

    private Optional<Refusal> model(GenerationRequest order) {
        var offer = models.offer(order.model());
        if (offer.isEmpty()) {
            return refuse(Reason.UNKNOWN_MODEL, "model", order.model());
        }
        var closed = models.slots().stream()
                .anyMatch(slots ->
                        slots.draining() && slots.backend().equals(offer.get().backend()));
        return closed ? refuse(Reason.MODEL_CLOSED, "model", offer.get().name()) : Optional.empty();
    }

    private Optional<Refusal> capabilities(GenerationRequest order, ModelOffer offer) {
        Capabilities can = offer.capabilities();
        if (!can.aspects().contains(order.aspect())) {
            return refuse(Reason.ASPECT, "model", offer.name());
        }
        if (order.seconds() < can.minSeconds()) {
            return refuse(Reason.TOO_SHORT, "limit", can.minSeconds(), "asked", order.seconds());
        }
        if (order.sound() && !can.sound()) {
            return refuse(Reason.NO_SOUND, "model", offer.name());
        }
        if (!can.makes(order.seconds()) && order.seconds() < can.maxSeconds()) {
            return refuse(Reason.LENGTH, "limit", can.nearest(order.seconds()), "asked", order.seconds());
        }
        if (order.remixOf() != null && !ParentFrames.can(can, order.way())) {
            return refuse(Reason.REMIX, "model", offer.name());
        }
        return order.references().stream().allMatch(it -> can.takes(it.role().input()) && mayGo(it, offer))
                ? Optional.empty()
                : refuse(Reason.PICTURE, "model", offer.name());
    }

    /** A portrait without a name is somebody's face, and no character that was invented. */
    private boolean mayGo(Reference reference, ModelOffer offer) {
        return reference.role() != Picture.Role.CHARACTER
                || models.client(offer.id()).showsPeople();
    }

    private Optional<Refusal> parent(Viewer viewer, GenerationRequest order) {
        var parent = order.remixOf();
        return parent == null
                ? Optional.empty()
                : switch (videos.remixing(viewer, parent)) {
                    case ALLOWED -> Optional.empty();
                    case GONE -> refuse(Reason.NO_PARENT);
                    case FOLLOWERS_ONLY -> refuse(Reason.FOLLOWERS_REMIX);
                    case NOBODY -> refuse(Reason.NOBODY_REMIXES);
                };
    }

    private Optional<Refusal> consent(Viewer viewer, GenerationRequest order) {
        return cameos.objection(viewer, order.prompt().text(), order.cameos(), order.remixOf(), order.within())
                .flatMap(objection -> switch (objection.ground()) {
                    case MANY -> refuse(Reason.CAMEO_MANY, "limit", objection.limit());
                    case NONE -> refuse(Reason.CAMEO_NONE, "cameo", objection.handle());
                    case ASK -> refuse(Reason.CAMEO_ASK, "cameo", objection.handle());
                    case ASKED -> refuse(Reason.CAMEO_ASKED, "cameo", objection.handle());
                    case REFUSED -> refuse(Reason.CAMEO_REFUSED, "cameo", objection.handle());
                    case ENDED -> refuse(Reason.CAMEO_ENDED, "cameo", objection.handle());
                    case WORDS -> refuse(Reason.CAMEO_WORDS, "cameo", objection.handle(), "words", objection.words());
                });
    }

    /** The plan's limits, or the model's where those are tighter. */
    private Optional<Refusal> plan(Viewer viewer, GenerationRequest order) {
        var limits = plans.limits(viewer.plan());
        var can = offer(order).capabilities();
        int maxSeconds = Math.min(limits.maxSeconds(), can.maxSeconds());
        if (order.seconds() > maxSeconds) {
            return refuse(Reason.TOO_LONG, "limit", maxSeconds, "asked", order.seconds(), "plan", viewer.plan());
        }
        var lines = can.lines().stream().filter(it -> it <= limits.maxLines()).toList();
        if (!lines.contains(order.lines())) {
            int most = lines.isEmpty() ? limits.maxLines() : lines.getLast();
            return refuse(Reason.RESOLUTION, "limit", most, "asked", order.lines(), "plan", viewer.plan());
        }
        return order.takes() < 1 || order.takes() > MOST_TAKES
                ? refuse(Reason.TAKES, "limit", MOST_TAKES, "asked", order.takes())
                : Optional.empty();
    }

    private Optional<Refusal> queue(Viewer viewer, GenerationRequest order) {
        long waiting = generations.countByAccountIdAndStateIn(viewer.id(), List.of(State.QUEUED));
        return waiting + order.takes() > settings.maxWaiting()
                ? refuse(Reason.QUEUE_FULL, "limit", settings.maxWaiting())
                : Optional.empty();
    }

    private Optional<Refusal> price(Viewer viewer, GenerationRequest order) {
        var balance = credits.balance(viewer);
        int price = credits.price(offer(order), order.seconds(), order.lines()) * order.takes();
        return price > balance.left()
                ? refuse(Reason.CREDITS, "price", price, "left", balance.left(), "resetsAt", balance.resetsAt())
                : Optional.empty();
    }

    private ModelOffer offer(GenerationRequest order) {
        return models.offer(order.model()).orElseThrow();
    }

    private static Optional<Refusal> refuse(Reason reason, Object... namesAndValues) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return Optional.of(new Refusal(reason, arguments));
    }
}
