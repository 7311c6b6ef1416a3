package app.emaki.model;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.Picture.Role;
import app.emaki.model.kamishibai.Portrait;
import java.util.List;
import org.junit.jupiter.api.Test;

class PeopleTests {
    private final People people = new People(List.of(face("haru"), face("aoi")));

    @Test
    void namesBecomeTheFiguresThatTheyStandFor() {
        assertThat(people.described("@haru (a woman, short hair) walks a dog with @sora (a man)."))
                .isEqualTo("a woman walks a dog with @sora (a man).");
        assertThat(people.described("@haru (女性)が海を見る")).isEqualTo("女性が海を見る");
    }

    @Test
    void theSecondOfTwoAlikeIsAnotherOne() {
        assertThat(people.described("@haru (a woman) and @aoi (a woman) dance. @haru (a woman) laughs."))
                .isEqualTo("a woman and another woman dance. a woman laughs.");
    }

    @Test
    void facesComeInTheOrderOfTheWordsAndWhoIsNotNamedComesLast() {
        assertThat(people.portraits("Only @haru (a man) is here."))
                .extracting(Portrait::words)
                .containsExactly("a man", "");
        assertThat(new People(List.of()).portraits("@haru (a man)")).isEmpty();
    }

    private static Picture face(String name) {
        return new Picture(Role.CHARACTER, name, "image/jpeg", new byte[] {1});
    }
}
