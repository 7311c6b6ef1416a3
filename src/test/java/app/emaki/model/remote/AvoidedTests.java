package app.emaki.model.remote;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.Aspect;
import app.emaki.model.RenderRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AvoidedTests {
    private static final String WORDS =
            "A fox runs.\n\nCamera: low angle\nAvoid: extra fingers, twisted hands\nKeep: the coat";

    @Test
    void withoutAFieldItBecomesASentence() {
        assertThat(worded(WORDS, "extra fingers, twisted hands", "en", false))
                .isEqualTo("A fox runs.\n\nCamera: low angle\nLeave out extra fingers, twisted hands.\nKeep: the coat");
        assertThat(worded("狐が走る。\n\nカメラ：低く\n避ける：指の過不足、手のねじれ", "指の過不足、手のねじれ", "ja", false))
                .isEqualTo("狐が走る。\n\nカメラ：低く\n指の過不足、手のねじれは、映さないでください。");
    }

    @Test
    void whereThereIsAFieldTheWordsDoNotNameIt() {
        assertThat(worded(WORDS, "extra fingers, twisted hands", "en", true))
                .isEqualTo("A fox runs.\n\nCamera: low angle\nKeep: the coat");
    }

    @Test
    void severalLinesAreOneSentence() {
        assertThat(worded("A fox.\n\nAvoid: crowds.\n  text on signs", "crowds.\ntext on signs", "en", false))
                .isEqualTo("A fox.\n\nLeave out crowds, text on signs.");
    }

    @Test
    void whatIsSaidInSomeOtherWayStaysAsItIs() {
        assertThat(worded("A fox without a hat", null, "en", false)).isEqualTo("A fox without a hat");
        assertThat(worded("## Avoid\nhats", "hats", "en", true)).isEqualTo("## Avoid\nhats");
    }

    @Test
    void whatTheWordsDoNotSayYetIsSaidAfterThem() {
        assertThat(worded("A fox runs.", "hats", "en", false)).isEqualTo("A fox runs.\n\nLeave out hats.");
        assertThat(worded("狐が走る。", "帽子", "ja", false)).isEqualTo("狐が走る。\n\n帽子は、映さないでください。");
        assertThat(worded("A fox runs.", "hats", "en", true)).isEqualTo("A fox runs.");
    }

    private static String worded(String words, @Nullable String avoid, String language, boolean field) {
        var request = new RenderRequest(
                new UUID(0, 1), "m", words, language, avoid, Aspect.PORTRAIT, 4, 480, true, 1, null, List.of(), null);
        return Avoided.worded(request, field).prompt();
    }
}
