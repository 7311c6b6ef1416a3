package app.emaki.studio;

import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.credit.Credits;
import app.emaki.generation.GenerationRequest;
import app.emaki.generation.Generations;
import app.emaki.generation.Reference;
import app.emaki.model.ModelOffer;
import app.emaki.model.Picture.Role;
import app.emaki.model.VideoModels;
import app.emaki.studio.coach.Coach;
import app.emaki.studio.coach.Composition;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.video.Videos;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Lays out a desk: what is written, what the coach says of it, what may be chosen and what it would cost. */
@Component
class Desks {
    private static final int SHEETS = 9;

    private final Generations generations;
    private final Credits credits;
    private final VideoModels models;
    private final Plans plans;
    private final Videos videos;
    private final Coach coach;
    private final Listing listing;
    private final Drafts drafts;
    private final Silences silences;
    private final Continuing continuing;
    private final Wording wording;
    private final DraftPictures pictures;
    private final Troupe troupe;

    Desks(
            Generations generations,
            Credits credits,
            VideoModels models,
            Plans plans,
            Videos videos,
            Coach coach,
            Listing listing,
            Drafts drafts,
            Silences silences,
            Continuing continuing,
            Wording wording,
            DraftPictures pictures,
            Troupe troupe) {
        this.generations = generations;
        this.credits = credits;
        this.models = models;
        this.plans = plans;
        this.videos = videos;
        this.coach = coach;
        this.listing = listing;
        this.drafts = drafts;
        this.silences = silences;
        this.continuing = continuing;
        this.wording = wording;
        this.pictures = pictures;
        this.troupe = troupe;
    }

    Desk of(Viewer viewer, Draft draft, Locale locale) {
        var options = options(viewer, draft, locale);
        var composition = composition(draft, options, locale);
        var silenced = silences.of(viewer);
        var hushed = hushed(silenced, draft);
        var notes = new ArrayList<>(coach.notes(composition, Set.of()));
        var listed = listing.look(composition, notes, PromptLanguage.of(locale).code())
                .filter(it -> it.note().rule().equals(Listing.HELD) || !hushed.contains(Listing.LISTED));
        notes.removeIf(note -> hushed.contains(note.rule()));
        listed.ifPresent(it -> notes.addFirst(it.note()));
        return new Desk(
                draft,
                Title.of(draft.text(), composition.language()),
                composition.language(),
                said(composition),
                composition.parts(),
                List.copyOf(notes),
                listed.map(Listing.Found::reason).orElse(null),
                silenced.size(),
                options,
                preflight(viewer, draft, locale),
                remix(viewer, draft, locale).orElse(null),
                troupe.of(viewer, draft.text()));
    }

    /** The order that a desk would give: silent where the model is, whatever the page still showed. */
    GenerationRequest order(Viewer viewer, Draft draft, Locale locale) {
        var order = draft.order(PromptLanguage.of(locale)).showing(references(viewer, draft));
        boolean voice =
                models.offer(draft.model()).map(it -> it.capabilities().sound()).orElse(true);
        return voice ? order : order.silent();
    }

    /** A model that takes no pictures is asked all the same, so that the order is refused and none is left out unsaid. */
    private List<Reference> references(Viewer viewer, Draft draft) {
        var can = models.offer(draft.model()).map(ModelOffer::capabilities);
        return pictures
                .of(viewer, draft)
                .map(it -> new Reference(can.flatMap(it::role).orElse(Role.FIRST_FRAME), it.key()))
                .stream()
                .toList();
    }

    /** What else the viewer is writing, by name or first words. */
    List<Sheet> drawer(Viewer viewer, Draft desk) {
        return drafts.list(viewer, SHEETS).stream()
                .filter(kept -> !kept.draft().id().equals(desk.id()))
                .map(Sheet::of)
                .toList();
    }

    boolean knowsRule(String rule) {
        return coach.knows(rule) || rule.equals(Listing.LISTED);
    }

    /** The draft with one note of the coach settled. */
    Draft mended(Viewer viewer, Draft draft, String rule, Locale locale) {
        var composition = composition(draft, options(viewer, draft, locale), locale);
        boolean listed = rule.equals(Listing.LISTED) || rule.equals(Listing.HELD);
        return draft.mended(listed ? listing.mend(composition) : coach.mend(composition, rule));
    }

    /** The prompt of a sheet and the film that it is for, as the coach looks at it. */
    Composition composition(Viewer viewer, Draft draft, Locale locale) {
        return composition(draft, options(viewer, draft, locale), locale);
    }

    /** Rules that the viewer wants to hear nothing of, for this film or for good. */
    Set<String> hushed(Viewer viewer, Draft draft) {
        return hushed(silences.of(viewer), draft);
    }

    private static Set<String> hushed(Set<String> silenced, Draft draft) {
        var hushed = new HashSet<>(silenced);
        hushed.addAll(draft.dismissed());
        return hushed;
    }

    private Options options(Viewer viewer, Draft draft, Locale locale) {
        return new Options.Maker(models.offers(), plans.all(), plans.limits(viewer.plan()), wording, locale)
                .options(draft);
    }

    private static Composition composition(Draft draft, Options options, Locale locale) {
        return Composition.of(
                draft.text(),
                PromptLanguage.of(locale),
                draft.seconds(),
                options.shortest(),
                options.longest(),
                draft.takes(),
                draft.sound() && options.sound());
    }

    private Preflight preflight(Viewer viewer, Draft draft, Locale locale) {
        var quote = generations.quote(viewer, order(viewer, draft, locale));
        var balance = credits.balance(viewer);
        var refusal = quote.refusal();
        int each = quote.credits() / Math.max(1, draft.takes());
        return new Preflight(
                quote.credits(),
                balance.left(),
                each == 0 ? null : Integer.valueOf(balance.left() / each),
                draft.seconds(),
                balance.daily(),
                balance.resetsAt(),
                wording.plan(locale, viewer.plan()),
                quote.place(),
                wording.time(locale, quote.estimateSeconds()),
                quote.watermark(),
                // an empty sheet is no mistake yet
                refusal == null || draft.text().isBlank() ? null : wording.refusal(locale, refusal),
                refusal == null ? null : Wording.ask(refusal));
    }

    private Optional<Desk.Remix> remix(Viewer viewer, Draft draft, Locale locale) {
        return Optional.ofNullable(draft.remixOf())
                .flatMap(id -> videos.find(viewer, id))
                .map(parent -> continuing.beside(draft, parent, locale));
    }

    private static int said(Composition composition) {
        var text = composition.text();
        return composition.language() == PromptLanguage.JA
                ? (int) text.codePoints()
                        .filter(c -> !Character.isWhitespace(c))
                        .count()
                : PromptReader.words(text);
    }
}
