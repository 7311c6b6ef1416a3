package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.generation.ImageRefused;
import app.emaki.model.Aspect;
import app.emaki.model.Way;
import app.emaki.platform.Ids;
import app.emaki.platform.TooSoon;
import app.emaki.video.Remixable;
import app.emaki.video.Visibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Everything that somebody keeps in the studio as one file, and such a file brought in. */
@Component
class Box {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();
    private static final String KIND = "emaki-studio";
    private static final int LONGEST_TEXT = 20_000;
    /** Bytes of pictures in one file, those of the newest drafts first; in base64 they are a third more. */
    private static final int MOST_PICTURES = 12 << 20;
    /** Each is looked at for faces when it comes in. */
    private static final int MOST_BROUGHT = 30;

    private final Drafts drafts;
    private final DraftPictures pictures;
    private final Presets presets;
    private final Ids ids;

    Box(Drafts drafts, DraftPictures pictures, Presets presets, Ids ids) {
        this.drafts = drafts;
        this.pictures = pictures;
        this.presets = presets;
        this.ids = ids;
    }

    /** The file. Names that are added later are passed over by those who do not know them. */
    record Content(String kind, int version, List<Written> drafts, List<Kept> presets) {}

    /** @param picture a JPEG in base64; null without one, and when the file is full */
    record Written(
            @Nullable String name,
            @Nullable String text,
            @Nullable String model,
            @Nullable Aspect aspect,
            int seconds,
            int lines,
            boolean sound,
            @Nullable Long seed,
            int takes,
            @Nullable Visibility visibility,
            boolean promptShown,
            @Nullable Remixable remixable,
            byte @Nullable [] picture) {}

    record Kept(@Nullable String name, @Nullable String text, Preset.@Nullable Film film) {}

    /**
     * How much was brought in.
     *
     * @param pictures to be laid on their sheets yet
     */
    record Brought(int drafts, int presets, Map<Draft, byte[]> pictures) {}

    byte[] pack(Viewer viewer) {
        var sheets = drafts.list(viewer, Drafts.MOST).stream()
                .map(Drafts.Kept::draft)
                .toList();
        var files = pictures.files(viewer, sheets, MOST_PICTURES);
        var written = sheets.stream()
                .map(draft -> written(draft, files.get(draft.id())))
                .toList();
        var kept = presets.list(viewer).stream()
                .map(it -> new Kept(it.name(), it.text(), it.film()))
                .toList();
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(new Content(KIND, 1, written, kept));
    }

    /**
     * Adds what is in the file to what is there.
     *
     * @throws IllegalArgumentException when it is no such file
     */
    @Transactional
    public Brought unpack(Viewer viewer, byte[] file) {
        var content = read(file);
        var first = drafts.of(viewer);
        var written = content.drafts().stream().limit(Drafts.MOST).toList();
        var shown = new LinkedHashMap<Draft, byte[]>();
        for (var it : written.reversed()) {
            var draft = draft(it, first);
            drafts.putAway(viewer, draft);
            if (it.picture() != null) {
                shown.put(draft, it.picture());
            }
        }
        int kept = 0;
        for (var preset : content.presets().stream().limit(Presets.MOST).toList()) {
            var name = PromptForm.named(preset.name());
            if (!name.isEmpty() && presets.add(viewer, name, text(preset.text()), sane(preset.film()))) {
                kept++;
            }
        }
        return new Brought(written.size(), kept, shown);
    }

    /**
     * Lays pictures that were brought in on their sheets; whoever is on them has to agree anew.
     *
     * @return how many could not be taken
     */
    int show(Viewer viewer, Map<Draft, byte[]> brought) {
        int lost = Math.max(0, brought.size() - MOST_BROUGHT);
        for (var picture : brought.entrySet().stream().skip(lost).toList()) {
            try {
                pictures.lay(viewer, picture.getKey(), picture.getValue());
            } catch (ImageRefused | TooSoon e) {
                lost++;
            }
        }
        return lost;
    }

    private static Content read(byte[] file) {
        try {
            var content = JSON.readValue(file, Content.class);
            if (!KIND.equals(content.kind()) || content.drafts() == null || content.presets() == null) {
                throw new IllegalArgumentException("Not a file of drafts and presets");
            }
            return content;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not a file of drafts and presets", e);
        }
    }

    private static Written written(Draft draft, byte @Nullable [] picture) {
        return new Written(
                draft.name(),
                draft.text(),
                draft.model(),
                draft.aspect(),
                draft.seconds(),
                draft.lines(),
                draft.sound(),
                draft.seed(),
                draft.takes(),
                draft.showing().visibility(),
                draft.showing().promptShown(),
                draft.showing().remixable(),
                picture);
    }

    /** Whatever the file says, it becomes a sheet as one could have written it here. */
    private Draft draft(Written it, Draft first) {
        var visibility = it.visibility() == null ? first.showing().visibility() : it.visibility();
        return new Draft(
                ids.next(),
                PromptForm.named(it.name()),
                text(it.text()),
                it.model() == null ? first.model() : PromptForm.named(it.model()),
                it.aspect() == null ? first.aspect() : it.aspect(),
                PromptForm.seconds(it.seconds()),
                PromptForm.lines(it.lines()),
                it.sound(),
                it.seed() == null || it.seed() < 0 ? null : it.seed(),
                PromptForm.takes(it.takes()),
                null,
                Way.REMIX,
                new Showing(visibility, it.promptShown(), it.remixable() == null ? Remixable.EVERYONE : it.remixable()),
                Set.of());
    }

    private static Preset.@Nullable Film sane(Preset.@Nullable Film film) {
        return film == null || film.model() == null || film.aspect() == null
                ? null
                : new Preset.Film(
                        PromptForm.named(film.model()),
                        film.aspect(),
                        PromptForm.seconds(film.seconds()),
                        PromptForm.lines(film.lines()),
                        film.sound(),
                        PromptForm.takes(film.takes()));
    }

    private static String text(@Nullable String text) {
        if (text == null) {
            return "";
        }
        var clean = text.replace("\r\n", "\n").replace("\u0000", "");
        return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean;
    }
}
