package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.FilmException;
import app.emaki.model.kamishibai.plan.Model;
import app.emaki.model.kamishibai.plan.Script;
import app.emaki.model.kamishibai.plan.StoryWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws a contact sheet for each of a fixed list of prompts, so that a change to the renderer can be looked at as a whole. */
final class Gallery {
    private static final double SECONDS = 8;

    /** How the sheets of an album are drawn: upright, lying and square in turn. */
    private static final List<Format> ALBUM =
            List.of(new Format(180, 320, 6), new Format(320, 180, 4), new Format(240, 240, 4));

    /** @param pictures on a sheet, each so many pixels wide and high */
    record Format(int width, int height, int pictures) {}

    private final Path folder;
    private final @Nullable Format format;

    private Gallery(Path folder, @Nullable Format format) {
        this.folder = folder;
        this.format = format;
    }

    /** Sheets to look at closely, as PNG. */
    static Gallery of(Path folder, int width, int height, int pictures) {
        return new Gallery(folder, new Format(width, height, pictures));
    }

    /** Small sheets in three shapes, with a page that shows them all. */
    static Gallery album(Path folder) {
        return new Gallery(folder, null);
    }

    /** The prompts, one a line in {@code kamishibai/gallery.txt}: half of them Japanese, half English. */
    static List<String> prompts() {
        try (InputStream in = Objects.requireNonNull(
                Gallery.class.getResourceAsStream("/kamishibai/gallery.txt"), "kamishibai/gallery.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .map(l -> l.replace("\\n", "\n"))
                    .toList();
        } catch (IOException e) {
            throw new FilmException("Could not read the prompts of the gallery", e);
        }
    }

    /** @param only numbers from 1 on, separated by commas, or null for all */
    void draw(@Nullable String only, PrintStream log) {
        List<String> prompts = prompts();
        List<String> wanted = only == null ? List.of() : List.of(only.split(","));
        for (int i = 0; i < prompts.size(); i++) {
            String number = String.format(Locale.ROOT, "%02d", i + 1);
            if (only == null || wanted.contains(number) || wanted.contains(String.valueOf(i + 1))) {
                sheet(i, number, prompts.get(i));
                log.println(number + " " + prompts.get(i).replace('\n', ' '));
            }
        }
        if (format == null) {
            page(prompts);
        }
    }

    private void sheet(int i, String number, String prompt) {
        var plan = StoryWriter.write(Script.of(prompt), SECONDS, i + 1, Model.KAMISHIBAI_2);
        var chosen = format;
        if (chosen == null) {
            var shape = ALBUM.get(i % ALBUM.size());
            ContactSheet.of(plan, shape.width(), shape.height(), shape.pictures(), prompt)
                    .write(folder.resolve(number + ".jpg"));
        } else {
            ContactSheet.of(plan, chosen.width(), chosen.height(), chosen.pictures(), prompt)
                    .write(folder.resolve(number + ".png"));
        }
    }

    private void page(List<String> prompts) {
        var page = new StringBuilder("""
                # What the paper theatre makes of sixty prompts

                Frames of eight-second films by `kamishibai-2`, at even distances; each with its prompt, and nothing retouched.
                Drawn by `java -jar target/emaki.jar kamishibai gallery --album --out docs/gallery`.
                """);
        for (int i = 0; i < prompts.size(); i++) {
            String words = prompts.get(i).replace('\n', ' ');
            page.append("\n## %d\n\n%s\n\n![Frames of the film](%02d.jpg)\n".formatted(i + 1, words, i + 1));
        }
        try {
            Files.writeString(folder.resolve("README.md"), page);
        } catch (IOException e) {
            throw new FilmException("Could not write the page of the gallery", e);
        }
    }
}
