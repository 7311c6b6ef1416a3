package app.emaki.model.kamishibai;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.kamishibai.plan.StoryPlan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KamishibaiCommandTests {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void aPromptBecomesAFilmWithCaptionsAndTheSameFilmAgain() throws Exception {
        int one = run(
                "--prompt",
                "a cat by the sea says \"Hello\", one shot",
                "--seconds",
                "4",
                "--size",
                "96x64",
                "--seed",
                "7",
                "--hands",
                "1",
                "--out",
                file("a.mp4"),
                "--captions",
                file("a.vtt"));
        int two = run(
                "--prompt",
                "a cat by the sea says \"Hello\", one shot",
                "--seconds",
                "4",
                "--size",
                "96x64",
                "--seed",
                "7",
                "--hands",
                "2",
                "--out",
                file("b.mp4"));
        assertThat(one).as(text(err)).isZero();
        assertThat(two).isZero();
        assertThat(folder.resolve("a.mp4")).hasSameBinaryContentAs(folder.resolve("b.mp4"));
        assertThat(folder.resolve("a.vtt")).content().startsWith("WEBVTT\n").contains(" --> ", "<v cat-1>Hello");
        assertThat(text(err)).contains("100 %").contains("96 frames");
    }

    @Test
    void thePlanIsPrintedAndCanBeRemixed() throws Exception {
        assertThat(run("--prompt", "赤いコートの女性が歩く", "--plan")).isZero();
        Path plan = Files.writeString(folder.resolve("plan.json"), text(out));
        StoryPlan parent = Plans.read(text(out));
        out.reset();
        assertThat(run("--remix", plan.toString(), "--prompt", "雪の夜にする", "--plan"))
                .isZero();
        StoryPlan child = Plans.read(text(out));
        assertThat(child.cast()).isEqualTo(parent.cast());
        assertThat(child.shots())
                .allMatch(s -> s.hour() == StoryPlan.Hour.NIGHT && s.weather() == StoryPlan.Weather.SNOW);
    }

    @Test
    void aSheetShowsFramesSideBySide() throws Exception {
        assertThat(run("--prompt", "dog", "--size", "96x64", "--frames", "3", "--sheet", file("sheets/dog.png")))
                .as(text(err))
                .isZero();
        assertThat(ImageIO.read(folder.resolve("sheets/dog.png").toFile()).getWidth())
                .isGreaterThan(3 * 96);
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(run("--help")).isZero();
        assertThat(text(out))
                .contains(
                        "--prompt",
                        "--seconds",
                        "--size",
                        "--seed",
                        "--out",
                        "--plan",
                        "--sheet",
                        "--model",
                        "--silent",
                        "gallery");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "--out a.mp4|--prompt",
                "--prompt cat|--out",
                "--prompt cat --seconds 99 --out a.mp4|4 to 20",
                "--prompt cat --seconds long --out a.mp4|is a number",
                "--prompt cat --model kamishibai-1 --seconds 12 --out a.mp4|4 to 10",
                "--prompt cat --model sora --out a.mp4|kamishibai-1 and kamishibai-2",
                "--prompt cat --size big --out a.mp4|720x1280",
                "--prompt cat --size 721x1281 --out a.mp4|even number",
                "--prompt cat --size 1080x1920 --model kamishibai-1 --out a.mp4|up to 720 lines",
                "--prompt|needs a value",
                "--colour red|no option --colour",
                "cat|not an option",
                "gallery|--out DIR"
            })
    void aMistakeIsToldWithTheWayOut(String line, String hint) {
        assertThat(run(line.split(" "))).isEqualTo(2);
        assertThat(text(err)).contains(hint).hasLineCount(1);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() {
        assertThat(run("--remix", file("nowhere.json"), "--prompt", "x", "--plan"))
                .isEqualTo(1);
        assertThat(text(err)).contains("nowhere.json");
    }

    @Test
    void theGalleryHasThirtyPromptsInEachLanguage() {
        assertThat(Gallery.prompts()).hasSize(60).doesNotHaveDuplicates();
        assertThat(Gallery.prompts().subList(30, 60)).allMatch(p -> p.matches("(?s)[\\p{ASCII}é]+"));
    }

    private int run(String... args) {
        return KamishibaiCommand.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
