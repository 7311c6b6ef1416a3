package app.emaki.studio;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.studio.prompt.PromptReader;
import org.junit.jupiter.api.Test;

class ScriptJsonTests {

    @Test
    void freeWordsAloneNeedNoScript() {
        assertThat(ScriptJson.of(PromptReader.read("A fox in the rain"))).isNull();
    }

    @Test
    void partsShotsAndLinesGoAlong() {
        var parts = PromptReader.read("""
                A fox.

                Camera: low
                Shot 1 (3 s; wide): a door
                Shot 2: a room
                Dialogue:
                  Fox (1.5 s): “It clears.”
                Music: calm
                Avoid: hands""");

        assertThat(ScriptJson.of(parts)).isEqualTo("""
                {"text":"A fox.","camera":"low","shots":[{"text":"a door","camera":"wide","seconds":3.0},{"text":"a room"}],\
                "dialogue":[{"speaker":"Fox","text":"It clears.","moment":1.5}],"music":"calm","avoid":"hands"}""");
    }
}
