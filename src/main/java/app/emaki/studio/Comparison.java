package app.emaki.studio;

import app.emaki.generation.Failure;
import app.emaki.generation.GenerationView;
import app.emaki.generation.Reference;
import app.emaki.media.MediaKey;
import app.emaki.model.Aspect;
import app.emaki.platform.PublicId;
import app.emaki.video.VideoCard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One prompt and seed, made by several models side by side.
 *
 * @param blind whether the names stay hidden until there is a verdict
 * @param opinions the place of the better side by criterion, 0 for none; empty before the verdict
 */
record Comparison(
        UUID id,
        boolean blind,
        Instant createdAt,
        @Nullable Instant decidedAt,
        List<Side> sides,
        Map<Criterion, Integer> opinions) {
    private static final String KANJI = "甲乙丙丁";

    /**
     * One of the films.
     *
     * @param video the film; null before it is made, or when it never will be
     */
    record Side(
            int place,
            String model,
            String modelName,
            GenerationView view,
            @Nullable VideoCard video) {

        /** 甲乙丙丁 on a Japanese page, else A to D. */
        public String letter(String language) {
            return language.equals("ja") ? KANJI.substring(place - 1, place) : String.valueOf((char) ('A' + place - 1));
        }

        public String takeId() {
            return PublicId.of(view.id());
        }

        public String state() {
            return view.state().name().toLowerCase(java.util.Locale.ROOT);
        }

        public boolean live() {
            return !view.state().ended();
        }

        public @Nullable Failure failure() {
            return view.failure();
        }

        /** From order to film. */
        public long seconds() {
            return view.finishedAt() == null
                    ? 0
                    : Math.max(
                            1,
                            Duration.between(view.createdAt(), Objects.requireNonNull(view.finishedAt()))
                                    .toSeconds());
        }
    }

    public String publicId() {
        return PublicId.of(id);
    }

    public GenerationView order() {
        return sides.getFirst().view();
    }

    /** The picture that the films started from. */
    public Optional<MediaKey> picture() {
        return order().references().stream().map(Reference::key).findFirst();
    }

    public String title() {
        var language = order().prompt().language().equals("ja")
                ? app.emaki.studio.prompt.PromptLanguage.JA
                : app.emaki.studio.prompt.PromptLanguage.EN;
        return Title.of(order().prompt().text(), language);
    }

    public boolean decided() {
        return decidedAt != null;
    }

    /** Whether names, times and costs may be seen. */
    public boolean open() {
        return !blind || decided();
    }

    public boolean live() {
        return sides.stream().anyMatch(Side::live);
    }

    /** Whether there are at least two films to compare and none is still on its way. */
    public boolean ready() {
        return !live() && sides.stream().filter(side -> side.video() != null).count() > 1;
    }

    /** The place of the better side, 0 for none; null before the verdict, or when nobody looked. */
    public @Nullable Integer opinion(Criterion criterion) {
        return opinions.get(criterion);
    }

    public boolean won(Side side) {
        return Integer.valueOf(side.place()).equals(opinions.get(Criterion.OVERALL));
    }

    public String shape() {
        return order().aspect() == Aspect.PORTRAIT ? "tall" : order().aspect() == Aspect.LANDSCAPE ? "wide" : "square";
    }
}
