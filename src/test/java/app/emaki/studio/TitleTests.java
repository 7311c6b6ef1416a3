package app.emaki.studio;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.studio.prompt.PromptLanguage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TitleTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                JA | 夕暮れの山道に雨。狐が下る。 | 夕暮れの山道に雨
                JA | 赤いコートの女の人が、雨のネオン街をゆっくり歩いている。 | 赤いコートの女の人
                JA | とても長いひとつの文がどこまでも続いていて終わらない | とても長いひとつの文がどこ…
                JA | スタイル：切り絵 / カット1（3秒）：狐が走る | 狐が走る
                EN | Rain on a mountain path at dusk. A fox. | Rain on a mountain path at dusk
                EN | A woman in a red coat walks through a neon street | A woman in a red coat walks…
                EN | Scene: a quiet lane | a quiet lane
                """)
    void aFilmIsCalledByItsFirstWords(PromptLanguage language, String prompt, String title) {
        assertThat(Title.of(prompt.replace(" / ", "\n"), language)).isEqualTo(title);
    }
}
