package app.emaki.model.kamishibai.picture.stage;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Letters as outlines, from the two faces that ship with Emaki. */
public enum Lettering {
    /** Heavy, for signs and shouts. */
    HEAVY("DelaGothicOne.ttf"),
    /** Plain, for small words. */
    PLAIN("ZenKakuGothicNew-Bold.ttf");

    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final String file;

    Lettering(String file) {
        this.file = file;
    }

    /** The outline of a line of text, its baseline starting at 0, 0. */
    public Shape outline(String text, double size) {
        return font().deriveFont((float) size).createGlyphVector(CONTEXT, text).getOutline();
    }

    private Font font() {
        return this == HEAVY ? Heavy.FONT : Plain.FONT;
    }

    private static Font load(Lettering face) {
        Headless.prepare();
        try (InputStream in = Lettering.class.getResourceAsStream("/kamishibai/fonts/" + face.file)) {
            return Font.createFont(Font.TRUETYPE_FONT, Objects.requireNonNull(in, face.file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (FontFormatException e) {
            throw new IllegalStateException("Damaged font " + face.file, e);
        }
    }

    private static final class Heavy {
        static final Font FONT = load(HEAVY);
    }

    private static final class Plain {
        static final Font FONT = load(PLAIN);
    }
}
