package app.emaki.model.kamishibai;

import app.emaki.model.kamishibai.film.FilmException;
import app.emaki.model.kamishibai.plan.Model;
import app.emaki.model.kamishibai.plan.Script;
import app.emaki.model.kamishibai.plan.StoryWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws a contact sheet for each of a fixed list of prompts, so that a change to the renderer can be looked at as a whole. */
final class Gallery {
    private static final double SECONDS = 8;

    private final Path folder;
    private final int width;
    private final int height;
    private final int pictures;

    Gallery(Path folder, int width, int height, int pictures) {
        this.folder = folder;
        this.width = width;
        this.height = height;
        this.pictures = pictures;
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
                String prompt = prompts.get(i);
                var plan = StoryWriter.write(Script.of(prompt), SECONDS, i + 1, Model.KAMISHIBAI_2);
                ContactSheet.of(plan, width, height, pictures, prompt).write(folder.resolve(number + ".png"));
                log.println(number + " " + prompt.replace('\n', ' '));
            }
        }
    }
}
