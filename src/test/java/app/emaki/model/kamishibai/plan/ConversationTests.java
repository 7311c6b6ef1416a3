package app.emaki.model.kamishibai.plan;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.model.kamishibai.plan.StoryPlan.Line;
import app.emaki.model.kamishibai.plan.StoryPlan.Role;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who talks with whom. */
class ConversationTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "喫茶店で二人の女性が話す。「ねえ、聞いた？」「うん、びっくりしたよ」",
                "Two women talk in a café. \"Did you hear?\" \"Yes, I was surprised.\"",
                "Two friends argue in the kitchen: \"You ate my cake!\" \"I did not!\"",
                "「おはよう」「おはよう、いい天気だね」と姉妹が公園で話す",
                "A wizard and a king argue in the castle. \"Give me the crown!\" \"Never!\""
            })
    void questionAndAnswerComeFromTwoPeopleWithAMouthEach(String prompt) {
        StoryPlan plan = plan(prompt);
        List<String> speakers = plan.lines().stream().map(Line::speaker).toList();
        assertThat(speakers).hasSize(2).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(plan.cast())
                .filteredOn(r -> speakers.contains(r.id()))
                .hasSize(2)
                .allMatch(r -> r.count() == 1)
                .extracting(Role::colours)
                .doesNotHaveDuplicates();
    }

    @Test
    void whoeverStandsRightBeforeTheWordsSaysThem() {
        StoryPlan plan = plan("朝のキッチンで卵を焼くお母さん、子供が「おいしそう！」と言う");
        assertThat(plan.lines()).singleElement().extracting(Line::speaker).isEqualTo("child-1");
    }

    @Test
    void oneWhoIsAloneSaysEverything() {
        StoryPlan plan = plan("A girl stands on the rooftop. \"Hello.\" \"Is anybody there?\"");
        assertThat(plan.lines()).hasSize(2).extracting(Line::speaker).containsOnly("schoolgirl-1");
    }

    private static StoryPlan plan(String prompt) {
        return StoryWriter.write(Script.of(prompt), 8, 1, Model.KAMISHIBAI_2);
    }
}
