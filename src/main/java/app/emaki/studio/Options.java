package app.emaki.studio;

import app.emaki.account.PlanLimits;
import app.emaki.model.Aspect;
import app.emaki.model.Capabilities;
import app.emaki.model.ModelOffer;
import app.emaki.model.Picture.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every setting of a film, with what the model and the plan do not allow greyed out and told why; made from the same data that
 * the engine checks an order by.
 *
 * @param pictureEither whether a film of the model can start from a picture or keep to it
 */
record Options(
        List<Option> models,
        List<Option> aspects,
        List<Option> lines,
        List<Option> takes,
        int shortest,
        int longest,
        String lengthHint,
        boolean sound,
        @Nullable String soundHint,
        boolean seed,
        @Nullable String seedHint,
        @Nullable String pictureWhy,
        String pictureHint,
        boolean pictureEither) {
    private static final int MOST_TAKES = 4;

    /**
     * One choice.
     *
     * @param note a small line below its label
     * @param why it cannot be chosen, null when it can
     */
    record Option(
            String value,
            String label,
            @Nullable String note,
            @Nullable String side,
            boolean chosen,
            @Nullable String why) {}

    /** Why choices of a group are closed, each reason once. */
    static List<String> reasons(Collection<Option> options) {
        return options.stream()
                .flatMap(it -> Stream.ofNullable(it.why()))
                .distinct()
                .toList();
    }

    /** What a picture is for with a model; empty when it starts from words alone. */
    static Optional<Role> pictured(Capabilities can) {
        return Stream.of(Role.FIRST_FRAME, Role.REFERENCE)
                .filter(it -> can.takes(it.input()))
                .findFirst();
    }

    /** Reads the rules once for one page. */
    static final class Maker {
        private final List<ModelOffer> offers;
        private final List<PlanLimits> plans;
        private final PlanLimits own;
        private final Wording wording;
        private final Locale locale;

        Maker(List<ModelOffer> offers, List<PlanLimits> plans, PlanLimits own, Wording wording, Locale locale) {
            this.offers = offers;
            this.plans = plans;
            this.own = own;
            this.wording = wording;
            this.locale = locale;
        }

        Options options(Draft draft) {
            var model =
                    offers.stream().filter(it -> it.id().equals(draft.model())).findFirst();
            int most = model.map(it -> it.capabilities().maxSeconds()).orElse(own.maxSeconds());
            boolean sound = model.map(it -> it.capabilities().sound()).orElse(true);
            boolean seed = model.map(it -> it.capabilities().seed()).orElse(true);
            return new Options(
                    models(draft),
                    aspects(draft, model),
                    lines(draft, model),
                    takes(draft),
                    model.map(it -> it.capabilities().minSeconds()).orElse(1),
                    Math.min(most, own.maxSeconds()),
                    length(most, model),
                    sound,
                    sound ? null : say("studio.why.silent", name(model)),
                    seed,
                    seed ? null : say("studio.why.seed", name(model)),
                    model.isEmpty() || role(model).isPresent() ? null : say("studio.why.picture", name(model)),
                    say("studio.picture." + role(model).orElse(Role.FIRST_FRAME)),
                    model.filter(it -> it.capabilities().takes(Role.FIRST_FRAME.input())
                                    && it.capabilities().takes(Role.REFERENCE.input()))
                            .isPresent());
        }

        private static Optional<Role> role(Optional<ModelOffer> model) {
            return model.flatMap(it -> pictured(it.capabilities()));
        }

        private List<Option> models(Draft draft) {
            return offers.stream()
                    .map(offer -> new Option(
                            offer.id(),
                            offer.name(),
                            note(offer),
                            say("studio.model.price", offer.creditsPerFiveSeconds()),
                            offer.id().equals(draft.model()),
                            null))
                    .toList();
        }

        private String note(ModelOffer offer) {
            var can = offer.capabilities();
            return say(
                    can.sound() ? "studio.model.note" : "studio.model.note.silent",
                    can.minSeconds(),
                    can.maxSeconds(),
                    can.lines().getLast());
        }

        private List<Option> aspects(Draft draft, Optional<ModelOffer> model) {
            return Stream.of(Aspect.values())
                    .map(aspect -> {
                        boolean can = model.map(
                                        it -> it.capabilities().aspects().contains(aspect))
                                .orElse(true);
                        var why = can ? null : say("studio.why.aspect", name(model));
                        return new Option(aspect.name(), ratio(aspect), null, null, aspect == draft.aspect(), why);
                    })
                    .toList();
        }

        private List<Option> lines(Draft draft, Optional<ModelOffer> model) {
            var all = new TreeSet<Integer>();
            offers.forEach(offer -> all.addAll(offer.capabilities().lines()));
            var options = new ArrayList<Option>();
            for (int lines : all) {
                var why = whyNot(lines, model);
                var value = String.valueOf(lines);
                options.add(new Option(value, say("studio.lines", value), null, null, lines == draft.lines(), why));
            }
            return options;
        }

        private @Nullable String whyNot(int lines, Optional<ModelOffer> model) {
            if (model.isPresent() && !model.get().capabilities().lines().contains(lines)) {
                int most = model.get().capabilities().lines().getLast();
                return say("studio.why.lines.model", name(model), String.valueOf(most));
            }
            if (lines <= own.maxLines()) {
                return null;
            }
            var value = String.valueOf(lines);
            return plans.stream()
                    .filter(plan -> plan.maxLines() >= lines)
                    .findFirst()
                    .map(plan -> say("studio.why.lines", value, wording.plan(locale, plan.plan())))
                    .orElseGet(() -> say("studio.why.lines.none", value));
        }

        private List<Option> takes(Draft draft) {
            return IntStream.rangeClosed(1, MOST_TAKES)
                    .mapToObj(
                            n -> new Option(String.valueOf(n), String.valueOf(n), null, null, n == draft.takes(), null))
                    .toList();
        }

        /** Where the model would go on but the plan ends, it says which plan goes further. */
        private String length(int most, Optional<ModelOffer> model) {
            var lengths = model.map(it -> it.capabilities().lengths()).orElse(List.of());
            if (lengths.size() < most - lengths.stream().findFirst().orElse(most) + 1) {
                return say(
                        "studio.length.only",
                        name(model),
                        lengths.stream().map(String::valueOf).collect(Collectors.joining(", ")));
            }
            if (most <= own.maxSeconds()) {
                return say("studio.length.model", name(model), most);
            }
            return plans.stream()
                    .filter(plan -> plan.maxSeconds() > own.maxSeconds())
                    .findFirst()
                    .map(plan -> say(
                            "studio.length.plan",
                            own.maxSeconds(),
                            wording.plan(locale, own.plan()),
                            plan.maxSeconds(),
                            wording.plan(locale, plan.plan())))
                    .orElseGet(() -> say("studio.length.most", own.maxSeconds()));
        }

        private String name(Optional<ModelOffer> model) {
            return model.map(ModelOffer::name).orElse("");
        }

        private String say(String key, Object... arguments) {
            return wording.say(locale, key, arguments);
        }
    }

    /** An aspect as people write it. */
    static String ratio(Aspect aspect) {
        return switch (aspect) {
            case PORTRAIT -> "9:16";
            case LANDSCAPE -> "16:9";
            case SQUARE -> "1:1";
        };
    }
}
