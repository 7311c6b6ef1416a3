package app.emaki.studio;

import app.emaki.generation.Failure;
import app.emaki.generation.GenerationView;
import app.emaki.generation.Remedy;
import app.emaki.generation.State;
import app.emaki.generation.WaitsFor;
import app.emaki.model.Aspect;
import app.emaki.platform.PublicId;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.video.VideoCard;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One order as the making page shows it: its takes side by side, and how far the whole is.
 *
 * @param title from the first words of the prompt
 * @param modelName as shown; empty before the verdict of a blind comparison
 * @param price of one take in credits
 * @param wish what was wished for it when it was ordered
 */
record Film(UUID group, String title, String modelName, int price, List<Take> takes, Wish wish) {
    private static final int STEPS = 5;

    /**
     * One take.
     *
     * @param video the finished film; null before, and after it was deleted
     * @param refused whether somebody in it does not agree to it
     */
    record Take(GenerationView view, @Nullable VideoCard video, boolean refused) {

        public String publicId() {
            return PublicId.of(view.id());
        }

        /** A word for style sheets and scripts. */
        public String state() {
            return view.state().name().toLowerCase(java.util.Locale.ROOT);
        }

        public boolean live() {
            return !view.state().ended();
        }

        public boolean deleted() {
            return view.state() == State.SUCCEEDED && video == null && !refused;
        }

        /** What the refusal of somebody in it did: {@code hidden} a finished film, or {@code stopped} it; null for nothing. */
        public @Nullable String stopped() {
            if (!refused || video != null) {
                return null;
            }
            return view.state() == State.SUCCEEDED ? "hidden" : view.state() == State.CANCELLED ? "stopped" : null;
        }

        public boolean posted() {
            return video != null && video.publishedAt() != null;
        }

        /** Numbered as takes are, in Chinese numerals on a Japanese page. */
        public String number(String language) {
            return language.equals("ja") ? "一二三四".substring(view.take() - 1, view.take()) : String.valueOf(view.take());
        }
    }

    static Film of(
            List<GenerationView> views,
            Map<UUID, VideoCard> videos,
            Set<UUID> refused,
            String modelName,
            int price,
            Wish wish) {
        var first = views.getFirst();
        var language = first.prompt().language().equals("ja") ? PromptLanguage.JA : PromptLanguage.EN;
        var takes = views.stream()
                .sorted(Comparator.comparingInt(GenerationView::take))
                .map(view -> new Take(
                        view, view.video() == null ? null : videos.get(view.video()), refused.contains(view.id())))
                .toList();
        var title = wish.title().isEmpty() ? Title.of(first.prompt().text(), language) : wish.title();
        return new Film(first.group(), title, modelName, price, takes, wish);
    }

    public String groupId() {
        return PublicId.of(group);
    }

    /** Any take stands for its film in addresses; the first one does. */
    public String publicId() {
        return takes.getFirst().publicId();
    }

    public GenerationView order() {
        return takes.getFirst().view();
    }

    public String language() {
        return order().prompt().language();
    }

    /** The language of the words, for phrases that go into them. */
    public PromptLanguage tongue() {
        return language().equals("ja") ? PromptLanguage.JA : PromptLanguage.EN;
    }

    public String ratio() {
        return Options.ratio(order().aspect());
    }

    public String shape() {
        return order().aspect() == Aspect.PORTRAIT ? "tall" : order().aspect() == Aspect.LANDSCAPE ? "wide" : "square";
    }

    public boolean live() {
        return takes.stream().anyMatch(Take::live);
    }

    public boolean queued() {
        return live() && takes.stream().noneMatch(take -> step(take.view().state()) > 1);
    }

    public boolean cancelAsked() {
        return takes.stream().filter(Take::live).allMatch(take -> take.view().cancelAsked());
    }

    public List<Take> done() {
        return takes.stream().filter(take -> take.video() != null).toList();
    }

    /** The take that its author kept, and of takes that came to nothing but one, that one; null while there is a choice. */
    public @Nullable Take kept() {
        var done = done();
        if (done.size() == 1 && !live()) {
            return done.getFirst();
        }
        return done.stream()
                .filter(take -> take.view().id().equals(wish.kept()))
                .findFirst()
                .orElse(null);
    }

    /** Whether there are several takes and none of them is chosen. */
    public boolean choosing() {
        return kept() == null && takes.size() > 1 && !done().isEmpty();
    }

    /** All takes beside the kept one. */
    public List<Take> others() {
        var kept = kept();
        return takes.stream().filter(take -> !take.equals(kept)).toList();
    }

    /** What is told about: the kept take, or whatever was posted before there was a choice. */
    public List<Take> shown() {
        var kept = kept();
        return kept == null ? done().stream().filter(Take::posted).toList() : List.of(kept);
    }

    /** Whether nothing came of it at all. */
    public boolean torn() {
        return !live() && takes.stream().noneMatch(take -> take.view().state() == State.SUCCEEDED);
    }

    public boolean cancelled() {
        return torn() && takes.stream().allMatch(take -> take.view().state() == State.CANCELLED);
    }

    /** Whether it was called off because somebody in it does not agree any more. */
    public boolean stopped() {
        return cancelled() && takes.stream().anyMatch(take -> take.stopped() != null);
    }

    /** The step that the foremost take is at, as an index into received, queued, drawing, finishing, done. */
    public int step() {
        return live()
                ? takes.stream()
                        .filter(Take::live)
                        .mapToInt(take -> step(take.view().state()))
                        .max()
                        .orElse(1)
                : STEPS;
    }

    public int progress() {
        return (int) takes.stream()
                .mapToInt(take -> take.live() ? take.view().progress() : 100)
                .average()
                .orElse(0);
    }

    public @Nullable Integer place() {
        return takes.stream()
                .map(take -> take.view().place())
                .filter(Objects::nonNull)
                .min(Integer::compare)
                .orElse(null);
    }

    /** What the foremost take waits for beside its turn; null for nothing else, and once it is made. */
    public @Nullable WaitsFor waitsFor() {
        return takes.stream()
                .map(Take::view)
                .filter(view -> view.place() != null && view.waitsFor() != null)
                .min(Comparator.comparing(view -> Objects.requireNonNull(view.place())))
                .map(GenerationView::waitsFor)
                .filter(waits -> waits.thing() != WaitsFor.Thing.TURN)
                .orElse(null);
    }

    /** Until the last take is finished. */
    public @Nullable Long seconds() {
        return takes.stream()
                .map(take -> take.view().estimateSeconds())
                .filter(Objects::nonNull)
                .max(Long::compare)
                .orElse(null);
    }

    public @Nullable Failure failure() {
        return takes.stream()
                .map(take -> take.view().failure())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The rule of content that stopped it; null when none did. */
    public @Nullable String rule() {
        return takes.stream()
                .map(take -> take.view().rule())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The take that another try starts from: one that was not finished, else the first. */
    public Take retried() {
        return takes.stream()
                .filter(take -> take.view().failure() != null)
                .findFirst()
                .orElse(takes.getFirst());
    }

    /** What may help a film that was not finished; shorter or lower only where there is room below. */
    public List<Remedy> remedies() {
        var failure = failure();
        return failure == null ? List.of() : failure.remedies();
    }

    /** Credits that came back because nothing is charged for what was not finished. */
    public int returned() {
        return price
                * (int) takes.stream()
                        .filter(take -> take.view().failure() != null)
                        .count();
    }

    public @Nullable Instant finishedAt() {
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
