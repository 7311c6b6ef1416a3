package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.plan.Model;
import app.emaki.model.kamishibai.plan.Script;
import app.emaki.model.kamishibai.plan.StoryPlan;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A film to make.
 *
 * @param script what it shall show
 * @param plan a finished plan, which is drawn as it is; the script is not read then
 * @param parent the plan of an earlier film that this one starts from
 * @param kin what this film is to its parent
 * @param width pixels, even
 * @param height pixels, even
 * @param seconds length
 * @param seed the same order with the same seed gives the same file
 * @param sound false for a film without a sound track
 * @param title metadata of the file
 * @param comment metadata of the file
 * @param out where the MP4 goes
 * @param hands threads that draw; 0 for as many as there are processors
 * @param portraits faces for the cast, in the order of their words in the script
 * @param card a picture that the film begins with, as JPEG; it travels to the worker inside the order
 */
public record RenderOrder(
        Script script,
        @Nullable StoryPlan plan,
        @Nullable StoryPlan parent,
        Kin kin,
        int width,
        int height,
        double seconds,
        long seed,
        Model model,
        boolean sound,
        @Nullable String title,
        @Nullable String comment,
        Path out,
        int hands,
        List<Portrait> portraits,
        byte @Nullable [] card) {

    private static final int FEWEST_PIXELS = 64;
    private static final int MOST_PIXELS = 1920;
    private static final double MOST_SECONDS = 60;

    /** What a film is to the film that it starts from. */
    public enum Kin {
        /** The same film, changed by the words. */
        REMIX,
        /** What happens next. */
        SEQUEL
    }

    public RenderOrder {
        check(width, "width");
        check(height, "height");
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw new IllegalArgumentException(
                    "A film lasts up to %.0f seconds, not %s".formatted(MOST_SECONDS, seconds));
        }
    }

    private static void check(int pixels, String side) {
        if (pixels < FEWEST_PIXELS || pixels > MOST_PIXELS || pixels % 2 != 0) {
            throw new IllegalArgumentException("The %s of a film is an even number from %d to %d, not %d"
                    .formatted(side, FEWEST_PIXELS, MOST_PIXELS, pixels));
        }
    }

    /** A film from words alone, with sound. */
    public static RenderOrder of(
            Script script, int width, int height, double seconds, long seed, Model model, Path out) {
        return new RenderOrder(
                script, null, null, Kin.REMIX, width, height, seconds, seed, model, true, null, null, out, 0, List.of(),
                null);
    }

    /** The same order starting from an earlier film. */
    public RenderOrder from(StoryPlan earlier, Kin relation) {
        return new RenderOrder(
                script, plan, earlier, relation, width, height, seconds, seed, model, sound, title, comment, out, hands,
                portraits, card);
    }

    public RenderOrder withSound(boolean sounding) {
        return new RenderOrder(
                script, plan, parent, kin, width, height, seconds, seed, model, sounding, title, comment, out, hands,
                portraits, card);
    }

    public RenderOrder withTags(@Nullable String name, @Nullable String note) {
        return new RenderOrder(
                script, plan, parent, kin, width, height, seconds, seed, model, sound, name, note, out, hands,
                portraits, card);
    }

    public RenderOrder withHands(int number) {
        return new RenderOrder(
                script, plan, parent, kin, width, height, seconds, seed, model, sound, title, comment, out, number,
                portraits, card);
    }

    public RenderOrder withPlan(StoryPlan finished) {
        return new RenderOrder(
                script, finished, parent, kin, width, height, seconds, seed, model, sound, title, comment, out, hands,
                portraits, card);
    }

    /** The same order with these faces. */
    public RenderOrder withPortraits(List<Portrait> faces) {
        return new RenderOrder(
                script, plan, parent, kin, width, height, seconds, seed, model, sound, title, comment, out, hands,
                faces, card);
    }

    /** The same order beginning with this picture. */
    public RenderOrder withCard(byte[] jpeg) {
        return new RenderOrder(
                script, plan, parent, kin, width, height, seconds, seed, model, sound, title, comment, out, hands,
                portraits, jpeg);
    }
}
