package app.emaki.studio;

import app.emaki.model.Aspect;
import app.emaki.model.Input;
import app.emaki.model.ModelOffer;
import app.emaki.model.VideoModels;
import app.emaki.model.Way;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptParts;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.studio.prompt.PromptWriter;
import app.emaki.video.VideoCard;
import app.emaki.video.WordDiff;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lays a film that another one starts from on a sheet, and tells what the sheet changes. */
@Component
class Continuing {
    /** What stays as the story goes on; what happens is told anew. */
    private static final List<Part> LASTING =
            List.of(Part.STYLE, Part.SCENE, Part.CAST, Part.CAMERA, Part.MUSIC, Part.AVOID, Part.KEEP);

    private static final String STYLES = "style";

    private final VideoModels models;
    private final Phrasebook phrasebook;
    private final Wording wording;

    Continuing(VideoModels models, Phrasebook phrasebook, Wording wording) {
        this.models = models;
        this.phrasebook = phrasebook;
        this.wording = wording;
    }

    /** The same film, to be changed; without its words where they are not shown. */
    Draft remix(Draft sheet, VideoCard parent) {
        return settings(sheet, parent, Way.REMIX).saying(words(parent)).continuing(parent.id(), Way.REMIX);
    }

    /** The same words in the first style that is another one. */
    Draft restyle(Draft sheet, VideoCard parent, PromptLanguage reader) {
        var remix = remix(sheet, parent);
        var language = PromptLanguage.of(words(parent), reader);
        var parts = PromptReader.read(words(parent));
        return styles().stream()
                .filter(style -> !parts.text(Part.STYLE).contains(style.in(language)))
                .findFirst()
                .map(style -> styled(remix, style, reader))
                .orElse(remix);
    }

    /** What happens next, in the same place with the same people. */
    Draft extend(Draft sheet, VideoCard parent, PromptLanguage reader) {
        var parts = PromptReader.read(words(parent));
        var lasting = new EnumMap<Part, String>(Part.class);
        LASTING.forEach(part -> lasting.put(part, parts.text(part)));
        var kept = new PromptParts(lasting, List.of(), List.of());
        return settings(sheet, parent, Way.EXTEND)
                .saying(PromptWriter.write(kept, PromptLanguage.of(words(parent), reader)))
                .continuing(parent.id(), Way.EXTEND);
    }

    /** The sheet in a style of the phrase book, by its place there; unchanged for a place that is none. */
    Draft styled(Draft sheet, String place, PromptLanguage reader) {
        return phrasebook
                .phrase(STYLES + "." + place)
                .map(picked -> styled(sheet, picked.phrase(), reader))
                .orElse(sheet);
    }

    /** What the desk shows beside the words. */
    Desk.Remix beside(Draft sheet, VideoCard parent, Locale locale) {
        var prompt = parent.prompt();
        boolean remix = sheet.way() == Way.REMIX;
        var runs = remix && prompt != null
                ? WordDiff.of(prompt.strip(), sheet.text().strip())
                : List.<WordDiff.Run>of();
        var settings = settings(sheet, parent, locale);
        var language = PromptLanguage.of(sheet.text(), PromptLanguage.of(locale));
        return new Desk.Remix(
                parent.publicId(),
                parent.title(),
                parent.page(),
                parent.authorHandle(),
                parent.filmUrl(),
                parent.posterUrl(),
                parent.width(),
                parent.height(),
                parent.language(),
                sheet.way(),
                prompt != null,
                runs,
                settings,
                runs.stream().anyMatch(run -> run.kind() != WordDiff.Kind.SAME) || (remix && !settings.isEmpty()),
                styles().stream().map(style -> style.in(language)).toList(),
                PromptReader.read(sheet.text()).text(Part.STYLE),
                gets(sheet));
    }

    /** What the chosen model is given of the film: itself, a picture of it, or the words alone. */
    private String gets(Draft sheet) {
        return models.offer(sheet.model())
                .map(ModelOffer::capabilities)
                .map(can -> can.takes(sheet.way() == Way.EXTEND ? Input.EXTEND : Input.REMIX)
                        ? "film"
                        : can.takes(Input.FIRST_FRAME) ? "picture" : "words")
                .orElse("film");
    }

    private List<Desk.Setting> settings(Draft sheet, VideoCard parent, Locale locale) {
        var settings = new ArrayList<Desk.Setting>();
        add(settings, "model", wording.model(parent.model()), wording.model(sheet.model()));
        add(settings, "aspect", Options.ratio(aspect(parent)), Options.ratio(sheet.aspect()));
        add(
                settings,
                "length",
                wording.say(locale, "studio.time.seconds", Math.round(parent.seconds())),
                wording.say(locale, "studio.time.seconds", sheet.seconds()));
        add(
                settings,
                "resolution",
                wording.say(locale, "studio.lines", Math.min(parent.width(), parent.height())),
                wording.say(locale, "studio.lines", sheet.lines()));
        add(settings, "sound", sound(parent.sound(), locale), sound(sheet.sound(), locale));
        var seed = sheet.seed();
        add(
                settings,
                "seed",
                String.valueOf(parent.seed()),
                seed == null ? wording.say(locale, "studio.seed.any") : String.valueOf(seed));
        return settings;
    }

    private String sound(boolean on, Locale locale) {
        return wording.say(locale, on ? "studio.sound.with" : "studio.sound.without");
    }

    private static void add(List<Desk.Setting> settings, String name, String before, String now) {
        if (!before.equals(now)) {
            settings.add(new Desk.Setting(name, before, now));
        }
    }

    /** As the film was made, by its own model if that one can do it, else by the best that can. */
    private Draft settings(Draft sheet, VideoCard parent, Way way) {
        var wanted = way == Way.EXTEND ? Input.EXTEND : Input.REMIX;
        var offer = models.offer(parent.model())
                .filter(it -> it.capabilities().takes(wanted))
                .or(() -> models.offers().stream()
                        .filter(it -> it.capabilities().takes(wanted))
                        .findFirst())
                .or(() -> models.offer(sheet.model()));
        int seconds = Math.max(1, (int) Math.round(parent.seconds()));
        int lines = Math.min(parent.width(), parent.height());
        return sheet.made(
                offer.map(ModelOffer::id).orElse(sheet.model()),
                aspect(parent),
                offer.map(it -> it.capabilities().nearest(seconds)).orElse(seconds),
                offer.flatMap(it -> it.capabilities().lines().stream()
                                .filter(most -> most >= lines)
                                .findFirst())
                        .orElse(lines),
                parent.sound(),
                parent.seed());
    }

    private static Draft styled(Draft sheet, Bilingual style, PromptLanguage reader) {
        var language = PromptLanguage.of(sheet.text(), reader);
        var parts = PromptReader.read(sheet.text()).with(Part.STYLE, style.in(language));
        return sheet.saying(PromptWriter.write(parts, language));
    }

    private List<Bilingual> styles() {
        return phrasebook.chips().stream()
                .filter(chip -> chip.group().equals(STYLES))
                .findFirst()
                .map(Phrasebook.Chips::phrases)
                .orElse(List.of());
    }

    private static String words(VideoCard parent) {
        return Optional.ofNullable(parent.prompt()).orElse("");
    }

    private static Aspect aspect(VideoCard parent) {
        return parent.width() == parent.height()
                ? Aspect.SQUARE
                : parent.width() > parent.height() ? Aspect.LANDSCAPE : Aspect.PORTRAIT;
    }
}
