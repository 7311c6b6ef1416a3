package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.FilmException;
import app.emaki.model.kamishibai.plan.Script;
import app.emaki.model.kamishibai.plan.StoryPlan;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * What the picture that a film begins with is for the rest of it: the place where it plays, the head of whoever leads it, or
 * nothing but the first card. The words decide; without any, a picture that lies as the film does is the place.
 */
record Reference(Use use, @Nullable BufferedImage picture) {
    private static final int PORTRAIT_WIDTH = 480;
    private static final int PORTRAIT_HEIGHT = 600;
    private static final Pattern PLACE = Pattern.compile(
            "背景|この(?:場所|風景|景色|街|部屋|写真の(?:場所|中))|ここで|\\b(?:background|backdrop)\\b|\\b(?:in|at|into) (?:this|the) (?:place|picture|photo|image|scene|landscape|room|street)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHARACTER = Pattern.compile(
            "(?:この|写真の|絵の|画像の)(?:人|子|男|女|犬|猫|キャラ|ぬいぐるみ|人形|動物|ペット|顔)|キャラクターとして|主人公(?:に|として)"
                    + "|\\bas (?:a|the|my) (?:main )?(?:character|hero|heroine|protagonist|puppet)\\b"
                    + "|\\bthis (?:person|man|woman|girl|boy|dog|cat|character|toy|pet|face|doll|drawing)\\b"
                    + "|\\b(?:person|man|woman|girl|boy|dog|cat|character|toy|pet|face|doll) (?:in|from|of) (?:the|this|my) (?:picture|photo|image|drawing)\\b"
                    + "|\\bto life\\b",
            Pattern.CASE_INSENSITIVE);

    enum Use {
        CARD,
        PLACE,
        CHARACTER
    }

    static Reference none() {
        return new Reference(Use.CARD, null);
    }

    static Reference of(byte @Nullable [] jpeg, Script script, StoryPlan plan, int width, int height) {
        if (jpeg == null) {
            return none();
        }
        var picture = read(jpeg);
        return new Reference(use(words(script), picture, plan, width, height), picture);
    }

    private static Use use(String words, BufferedImage picture, StoryPlan plan, int width, int height) {
        boolean led = plan.cast().stream().anyMatch(r -> !r.id().startsWith("crowd-"));
        if (led && CHARACTER.matcher(words).find()) {
            return Use.CHARACTER;
        }
        boolean lies = picture.getWidth() >= picture.getHeight();
        boolean alike = lies == width >= height;
        return PLACE.matcher(words).find() || lies || alike ? Use.PLACE : Use.CARD;
    }

    private static String words(Script script) {
        return Stream.of(script.text(), script.scene(), script.cast(), script.action(), script.style())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
    }

    /** The faces of the cast, with this picture as one more when it is a character. */
    List<Portrait> faces(List<Portrait> portraits) {
        var whole = picture;
        if (use != Use.CHARACTER || whole == null) {
            return portraits;
        }
        var all = new ArrayList<>(portraits);
        all.add(new Portrait("", upright(whole)));
        return List.copyOf(all);
    }

    /** The upper middle of the picture in the shape of a portrait. */
    private static byte[] upright(BufferedImage whole) {
        double width = Math.min(whole.getWidth(), whole.getHeight() * PORTRAIT_WIDTH / (double) PORTRAIT_HEIGHT);
        double scale = PORTRAIT_WIDTH / width;
        var portrait = new BufferedImage(PORTRAIT_WIDTH, PORTRAIT_HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = portrait.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.scale(scale, scale);
        pen.translate((width - whole.getWidth()) / 2, 0);
        pen.drawImage(whole, 0, 0, null);
        pen.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(portrait, "jpeg", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new FilmException("The first card cannot be cut out", e);
        }
    }

    /** The picture to hang behind the stage, null when it is none. */
    @Nullable
    BufferedImage place() {
        return use == Use.PLACE ? picture : null;
    }

    private static BufferedImage read(byte[] jpeg) {
        try {
            var image = ImageIO.read(new ByteArrayInputStream(jpeg));
            if (image == null) {
                throw new FilmException("The first card is no picture");
            }
            return image;
        } catch (IOException e) {
            throw new FilmException("The first card cannot be read", e);
        }
    }
}
