package app.emaki.studio;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.studio.prompt.PromptReader;
import app.emaki.studio.prompt.PromptWriter;
import org.junit.jupiter.api.Test;

class SimplerTests {

    @Test
    void oneShotOneActionOneMoveStay() {
        assertThat(simpler("""
                A fox in a red coat.

                Style: ukiyo-e woodblock
                Action: It runs down the hill and then leaps over the gate. It turns.
                Camera: low angle, slow push in, then a whip pan
                Shot 1 (2 s; wide, tracking): The fox runs, then stops.
                Shot 2 (3 s): It leaps.""", PromptLanguage.EN)).isEqualTo("""
                A fox in a red coat.

                Style: ukiyo-e woodblock
                Action: It runs down the hill.
                Camera: low angle
                Shot 1 (5 s; wide): The fox runs.""");
    }

    @Test
    void japaneseIsCutAtItsOwnSeams() {
        assertThat(simpler("狐が走り、そして跳ぶ。月が昇る。鳥が鳴く。\n\n動き：門をくぐる、それから振り返る。\nカメラ：低く、ゆっくり寄る", PromptLanguage.JA))
                .isEqualTo("狐が走り。月が昇る。\n\n動き：門をくぐる。\nカメラ：低く");
    }

    @Test
    void whatIsSimpleStaysAsItIs() {
        assertThat(simpler("A lamp.", PromptLanguage.EN)).isEqualTo("A lamp.");
        assertThat(simpler("", PromptLanguage.EN)).isEmpty();
        assertThat(simpler("then", PromptLanguage.EN)).isEqualTo("then");
    }

    private static String simpler(String text, PromptLanguage language) {
        return PromptWriter.write(Simpler.of(PromptReader.read(text), language), language);
    }
}
