package app.emaki.studio;

import app.emaki.generation.Failure;
import app.emaki.generation.GenerationView;
import app.emaki.generation.Remedy;
import app.emaki.generation.State;
import app.emaki.model.Aspect;
import app.emaki.platform.PublicId;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.video.VideoCard;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One order as the making page shows it: its takes side by side, and how far the whole is.
 *
 * @param title from the first words of the prompt
 * @param modelName as shown
 */
record Film(UUID group, String title, String modelName, List<Take> takes) {
    private static final int STEPS = 5;

    /**
     * One take.
     *
     * @param video the finished film; null before, and after it was deleted
     */
    record Take(GenerationView view, @Nullable VideoCard video) {

        String publicId() {
            return PublicId.of(view.id());
        }

        /** A word for style sheets and scripts. */
        String state() {
            return view.state().name().toLowerCase(java.util.Locale.ROOT);
        }

        boolean live() {
            return !view.state().ended();
        }

        boolean deleted() {
            return view.state() == State.SUCCEEDED && video == null;
        }

        boolean posted() {
            return video != null && video.publishedAt() != null;
        }

        /** Numbered as takes are, in Chinese numerals on a Japanese page. */
        String number(String language) {
            return language.equals("ja") ? "一二三四".substring(view.take() - 1, view.take()) : String.valueOf(view.take());
        }
    }

    static Film of(List<GenerationView> views, java.util.Map<UUID, VideoCard> videos, Wording wording) {
        var first = views.getFirst();
        var language = first.prompt().language().equals("ja") ? PromptLanguage.JA : PromptLanguage.EN;
        var takes = views.stream()
                .sorted(Comparator.comparingInt(GenerationView::take))
                .map(view -> new Take(view, view.video() == null ? null : videos.get(view.video())))
                .toList();
        return new Film(
                first.group(), Title.of(first.prompt().text(), language), wording.model(first.model()), takes);
    }

    String groupId() {
        return PublicId.of(group);
    }

    /** Any take stands for its film in addresses; the first one does. */
    String publicId() {
        return takes.getFirst().publicId();
    }

    GenerationView order() {
        return takes.getFirst().view();
    }

    String language() {
        return order().prompt().language();
    }

    String ratio() {
        return Options.ratio(order().aspect());
    }

    String shape() {
        return order().aspect() == Aspect.PORTRAIT ? "tall" : order().aspect() == Aspect.LANDSCAPE ? "wide" : "square";
    }

    boolean live() {
        return takes.stream().anyMatch(Take::live);
    }

    boolean queued() {
        return live() && takes.stream().noneMatch(take -> step(take.view().state()) > 1);
    }

    boolean cancelAsked() {
        return takes.stream().filter(Take::live).allMatch(take -> take.view().cancelAsked());
    }

    List<Take> done() {
        return takes.stream().filter(take -> take.video() != null).toList();
    }

    /** Whether nothing came of it at all. */
    boolean torn() {
        return !live() && takes.stream().noneMatch(take -> take.view().state() == State.SUCCEEDED);
    }

    boolean cancelled() {
        return torn() && takes.stream().allMatch(take -> take.view().state() == State.CANCELLED);
    }

    /** The step that the foremost take is at, as an index into received, queued, drawing, finishing, done. */
    int step() {
        return live() ? takes.stream().filter(Take::live).mapToInt(take -> step(take.view().state())).max().orElse(1) : STEPS;
    }

    int progress() {
        return (int) takes.stream()
                .mapToInt(take -> take.live() ? take.view().progress() : 100)
                .average()
                .orElse(0);
    }

    @Nullable Integer place() {
        return takes.stream().map(take -> take.view().place()).filter(Objects::nonNull).min(Integer::compare).orElse(null);
    }

    /** Until the last take is finished. */
    @Nullable Long seconds() {
        return takes.stream()
                .map(take -> take.view().estimateSeconds())
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
    }

    @Nullable Failure failure() {
        return takes.stream().map(take -> take.view().failure()).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** The take that another try starts from: one that was not finished, else the first. */
    Take retried() {
        return takes.stream().filter(take -> take.view().failure() != null).findFirst().orElse(takes.getFirst());
    }

    /** What may help a film that was not finished; shorter or lower only where there is room below. */
    List<Remedy> remedies() {
        var failure = failure();
        return failure == null ? List.of() : failure.remedies();
    }

    /** Credits that came back because nothing is charged for what was not finished. */
    int returned() {
        return takes.stream()
                .filter(take -> take.view().failure() != null)
                .mapToInt(take -> take.view().credits())
                .sum();
    }

    @Nullable Instant finishedAt() {
        return takes.stream()
                .flatMap(take -> Stream.ofNullable(take.view().finishedAt()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static int step(State state) {
        return switch (state) {
            case QUEUED -> 1;
            case RUNNING, UNKNOWN -> 2;
            case MASTERING -> 3;
            case SUCCEEDED, FAILED, CANCELLED -> STEPS;
        };
    }
}
