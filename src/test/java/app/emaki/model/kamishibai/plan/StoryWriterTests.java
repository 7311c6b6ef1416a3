package app.emaki.model.kamishibai.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.emaki.model.kamishibai.plan.StoryPlan.Action;
import app.emaki.model.kamishibai.plan.StoryPlan.Emotion;
import app.emaki.model.kamishibai.plan.StoryPlan.Figure;
import app.emaki.model.kamishibai.plan.StoryPlan.Framing;
import app.emaki.model.kamishibai.plan.StoryPlan.Hour;
import app.emaki.model.kamishibai.plan.StoryPlan.Mood;
import app.emaki.model.kamishibai.plan.StoryPlan.Prop;
import app.emaki.model.kamishibai.plan.StoryPlan.Setting;
import app.emaki.model.kamishibai.plan.StoryPlan.Style;
import app.emaki.model.kamishibai.plan.StoryPlan.Weather;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class StoryWriterTests {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/kamishibai/prompts.csv", delimiter = '|', numLinesToSkip = 1)
    void aPromptLeadsToWhatItNames(String prompt, String wanted) {
        String story = Summary.of(plan(prompt));
        for (String word : wanted.strip().split("\\s+")) {
            if (word.startsWith("!")) {
                assertThat(story).doesNotContain(word.substring(1));
            } else {
                assertThat(story).contains(word);
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "猫|cat",
                "雨の夜のネオン街|neon street on a rainy night",
                "赤いコートの女性が歩く|a woman in a red coat walks",
                "三匹の犬が浜辺で走る|three dogs run on the beach",
                "侍が竹林で刀を抜く|a samurai draws a katana in a bamboo grove",
                "教室で踊るロボット|a robot dances in a classroom",
                "水彩画風、森の狐|watercolour, a fox in the forest",
                "宇宙飛行士が宇宙で眠る|an astronaut sleeps in space",
                "悲しい少女が図書館で泣く|a sad girl cries in a library",
                "雪の村で子供たちが遊ぶ、音楽なし|children play in a snowy village, no music"
            })
    void bothLanguagesLeadToTheSamePlan(String japanese, String english) {
        StoryPlan ja = plan(japanese);
        StoryPlan en = plan(english);
        assertThat(Summary.of(ja)).isEqualTo(Summary.of(en));
        assertThat(ja.cast()).isEqualTo(en.cast());
        assertThat(ja.mood()).isEqualTo(en.mood());
    }

    @ParameterizedTest
    @ValueSource(doubles = {4, 5, 7.3, 8, 10, 12, 15, 20})
    void shotsAddUpToTheFrame(double seconds) {
        for (String prompt : List.of("cat", "A dog runs. A cat sleeps. A bird flies.", "朝、駅。次に電車の中。最後に海で「着いた！」と叫ぶ少女")) {
            StoryPlan plan = StoryWriter.write(Script.of(prompt), seconds, 3, Model.KAMISHIBAI_2);
            long frames =
                    plan.shots().stream().mapToLong(s -> frames(s.seconds())).sum();
            assertThat(frames).isEqualTo(Math.round(seconds * 24));
            assertThat(plan.shots())
                    .allSatisfy(s -> assertThat(s.seconds() * 24).isCloseTo(Math.rint(s.seconds() * 24), within(1e-9)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "雨",
                "。",
                "!!!",
                "🐱",
                "😀😀😀",
                "Привет мир",
                "مرحبا بالعالم",
                "안녕하세요",
                "สวัสดี",
                "「」",
                "\"\"",
                "→→→",
                "1. 2. 3.",
                "a\u0000b\uFFFFc",
                "\uD83D",
                "no no no",
                "なしなしなし",
                "「「「",
                "---",
                "10000 cats",
                "<script>alert(1)</script>",
                "%s %d {0} $1 \\u",
                "\ue000\ue001",
                "then then then",
                "(0-3s) (3-2s) 5秒"
            })
    void nothingIsEverEmptyOrAnError(String prompt) {
        for (Model model : Model.values()) {
            StoryPlan plan = StoryWriter.write(Script.of(prompt), 8, 7, model);
            assertThat(plan.shots()).isNotEmpty();
            assertThat(plan.cast().isEmpty() && plan.shots().stream().allMatch(s -> s.setting() == null))
                    .isFalse();
            assertThat(plan.seconds()).isCloseTo(8, within(1e-9));
        }
    }

    /** Whatever its own words are strung together to. */
    @Test
    void noMixtureOfKnownWordsIsAnError() {
        var words = new ArrayList<>(
                List.of("zorp", "ミョルク", "「はい」", "\"Yes!\"", "が", "の", "two", "二人", "no", "なし", "3s", "1.", "->"));
        Lexicon.standard().forms().values().forEach(forms -> forms.values().forEach(words::addAll));
        var between = List.of(" ", "", ", ", ". ", "。", "、", "\n", " and ");
        var random = new Random(7);
        for (int n = 0; n < 800; n++) {
            var prompt = new StringBuilder();
            for (int k = random.nextInt(7); k >= 0; k--) {
                prompt.append(words.get(random.nextInt(words.size())))
                        .append(between.get(random.nextInt(between.size())));
            }
            assertThat(StoryWriter.write(Script.of(prompt.toString()), 4 + random.nextInt(17), n, Model.KAMISHIBAI_2)
                            .shots())
                    .as(prompt.toString())
                    .isNotEmpty();
        }
    }

    @Test
    void fiveThousandCharactersAreReadInTime() {
        String text = "夜の街で少女が走り、猫が「にゃあ」と鳴く。Then a dog jumps over the moon. "
                .repeat(110)
                .substring(0, 5000);
        StoryPlan plan = StoryWriter.write(Script.of(text), 20, 1, Model.KAMISHIBAI_2);
        assertThat(plan.shots().size()).isBetween(2, 20);
        assertThat(plan.seconds()).isCloseTo(20, within(1e-9));
    }

    @Test
    void theSamePromptAndSeedGiveTheSamePlanAndAnotherSeedAnother() {
        assertThat(plan("a woman walks in the city")).isEqualTo(plan("a woman walks in the city"));
        StoryPlan other = StoryWriter.write(Script.of("a woman walks in the city"), 8, 8, Model.KAMISHIBAI_2);
        assertThat(other).isNotEqualTo(plan("a woman walks in the city"));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"砂漠で二人の侍が決闘する", "two samurai fight in the desert"})
    void samuraiFightWithSwordsThatNobodyNames(String prompt) {
        assertThat(plan(prompt).cast())
                .filteredOn(r -> r.figure() == Figure.SAMURAI)
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.props()).contains(Prop.KATANA));
    }

    @Test
    void aPlanSurvivesTheJourneyThroughJson() {
        var json = JsonMapper.builder().build();
        StoryPlan plan = plan("A samurai draws a katana in the storm. Close-up, he shouts \"Now!\" A sign says 「茶」.");
        assertThat(json.readValue(json.writeValueAsString(plan), StoryPlan.class))
                .isEqualTo(plan);
    }

    @Test
    void theSwordScenePlaysInThreeCuts() {
        StoryPlan plan = plan(
                "night Shibuya-like neon street in the rain, crowd with umbrellas, then low angle girl draws a katana, then close-up she shouts Yeah!");
        assertThat(plan.shots())
                .hasSize(3)
                .allMatch(s ->
                        s.setting() == Setting.NEON_STREET && s.hour() == Hour.NIGHT && s.weather() == Weather.RAIN);
        assertThat(plan.cast())
                .filteredOn(r -> r.props().contains(Prop.UMBRELLA))
                .extracting(StoryPlan.Role::count)
                .satisfies(n -> assertThat(n.stream().mapToInt(i -> i).sum()).isGreaterThan(6));
        assertThat(plan.shots().get(1).beats())
                .anyMatch(b -> b.role().equals("schoolgirl-1") && b.action() == Action.DRAW_SWORD);
        assertThat(plan.shots().get(1).camera().angle()).isEqualTo(StoryPlan.Angle.LOW);
        assertThat(plan.shots().get(2).camera().framing()).isEqualTo(Framing.CLOSE);
        assertThat(plan.lines()).singleElement().satisfies(line -> {
            assertThat(line.text()).isEqualTo("Yeah!");
            assertThat(line.speaker()).isEqualTo("schoolgirl-1");
            assertThat(line.emotion()).isEqualTo(Emotion.EXCITED);
            assertThat(line.at())
                    .isGreaterThan(
                            plan.shots().get(0).seconds() + plan.shots().get(1).seconds());
        });
    }

    @Test
    void linesAreSpokenOneAfterTheOther() {
        StoryPlan plan = plan("おじいさんが「昔々、あるところに」と語る。少年が「もっと聞かせて」と言う。老人は「よし」と笑う。");
        assertThat(plan.lines()).hasSize(3).extracting(StoryPlan.Line::at).isSorted();
        assertThat(plan.lines()).extracting(StoryPlan.Line::speaker).containsExactly("elder-1", "child-1", "elder-1");
        assertThat(plan.lines()).extracting(StoryPlan.Line::language).containsOnly("ja");
    }

    @Test
    void theFirstModelIsSilentSingleAndSimple() {
        StoryPlan plan = StoryWriter.write(
                Script.of("A dog runs. Cut to a cat that says \"Hello\", whip pan."), 6, 1, Model.KAMISHIBAI_1);
        assertThat(plan.shots()).hasSize(1);
        assertThat(plan.sounding()).isFalse();
        assertThat(plan.lines()).isEmpty();
        assertThat(plan.mood()).isEqualTo(Mood.NONE);
        assertThat(plan.cast()).extracting(StoryPlan.Role::figure).contains(Figure.DOG);
    }

    // -------------------------------------------------------------- parts

    @Test
    void partsSayWhatTheySay() {
        var script = new Script(
                "",
                "浮世絵",
                "a beach at dawn",
                "Mika: a woman with long hair in a blue kimono\nRex: a dog",
                null,
                null,
                List.of(
                        new Script.Shot("Mika walks", "wide shot", 2.0),
                        new Script.Shot("Rex runs to her", "low angle close-up", null)),
                List.of(new Script.Spoken("Mika", "Come here!", 5.0), new Script.Spoken("narrator", "The end.", null)),
                "bell",
                "rain, music",
                null);
        StoryPlan plan = StoryWriter.write(script, 8, 1, Model.KAMISHIBAI_2);
        assertThat(plan.style()).isEqualTo(Style.UKIYOE);
        assertThat(plan.cast()).extracting(StoryPlan.Role::figure).containsExactly(Figure.WOMAN, Figure.DOG);
        assertThat(plan.cast().getFirst().garment()).isEqualTo(StoryPlan.Garment.KIMONO);
        assertThat(plan.cast().getFirst().hair()).isEqualTo(StoryPlan.Hair.LONG);
        assertThat(plan.cast().getFirst().colours().getFirst()).isEqualTo(0x2F5D9B);
        assertThat(plan.shots()).extracting(StoryPlan.ShotPlan::seconds).containsExactly(2.0, 6.0);
        assertThat(plan.shots()).allMatch(s -> s.setting() == Setting.BEACH && s.hour() == Hour.DAWN);
        assertThat(plan.shots().get(1).camera().angle()).isEqualTo(StoryPlan.Angle.LOW);
        assertThat(plan.lines()).extracting(StoryPlan.Line::speaker).containsExactlyInAnyOrder("woman-1", null);
        assertThat(plan.lines()).anyMatch(l -> l.text().equals("Come here!") && l.at() == 5.0);
        assertThat(plan.mood()).isEqualTo(Mood.NONE);
        assertThat(plan.cues()).anyMatch(c -> c.effect() == StoryPlan.Effect.BELL);
    }

    @Test
    void labelsInTheTextOpenParts() {
        StoryPlan plan = plan("""
                Style: watercolour
                Scene: a library at night
                Characters: Ken: an old man with a lantern
                Action: he reads a book. Then he looks up.
                Camera: low angle
                Dialogue:
                Ken: "Who is there?"
                Music: none, no music
                Avoid: ghosts, cats
                """);
        assertThat(Summary.of(plan))
                .contains(
                        "WATERCOLOUR",
                        "ELDERx1",
                        "[LANTERN]",
                        "LIBRARY NIGHT",
                        "READ",
                        "LOOK_UP",
                        "angle=LOW",
                        "elder-1=Who is there?",
                        "mood.NONE",
                        "shots=2");
        assertThat(Summary.of(plan("スタイル：アニメ\n場面：海辺\n犬が走る\nカメラ：真上から\n避けるもの：雨")))
                .contains("ANIME", "BEACH", "DOGx1", "RUN", "OVERHEAD");
    }

    @Test
    void whatIsToBeAvoidedIsNotThere() {
        Script script = Script.of("A girl with an umbrella and a dog in a storm, fireworks, text")
                .avoiding("dogs, umbrellas, storm, 花火");
        StoryPlan plan = StoryWriter.write(script, 8, 1, Model.KAMISHIBAI_2);
        assertThat(Summary.of(plan)).contains("SCHOOLGIRL").doesNotContain("DOG", "UMBRELLA", "STORM", "FIREWORKS");
    }

    @Test
    void aScriptIsReadFromTheJsonOfTheStudio() {
        Script script = Script.parse(
                "{\"words\":\"cat\",\"style\":\"noir\",\"shots\":[{\"seconds\":0,\"camera\":\"low angle\",\"text\":\"a cat\"}],"
                        + "\"dialogue\":[{\"speaker\":\"cat\",\"at\":-1,\"text\":\"Meow\"}],\"effects\":\"bell\",\"music\":\"calm music\",\"unheard\":[1]}");
        assertThat(script.text()).isEqualTo("cat");
        assertThat(script.shots()).containsExactly(new Script.Shot("a cat", "low angle", null));
        assertThat(script.dialogue()).containsExactly(new Script.Spoken("cat", "Meow", null));
        assertThat(script.sound()).isEqualTo("bell\ncalm music");
    }

    // -------------------------------------------------------------- remix and sequel

    @Test
    void aRemixKeepsCastAndShotsAndChangesWhatTheWordsChange() {
        StoryPlan parent =
                plan("A woman in a red coat walks a dog through a park by day. Then she sits on a bench and smiles.");
        StoryPlan child = StoryWriter.remix(parent, Script.of("make it night with snow"), 8, Model.KAMISHIBAI_2);
        assertThat(child.cast()).isEqualTo(parent.cast());
        assertThat(child.seed()).isEqualTo(parent.seed());
        assertThat(child.shots())
                .hasSameSizeAs(parent.shots())
                .allMatch(s -> s.hour() == Hour.NIGHT && s.weather() == Weather.SNOW);
        assertThat(child.shots().getFirst().setting())
                .isEqualTo(parent.shots().getFirst().setting());
        assertThat(child.shots().getFirst().camera())
                .isEqualTo(parent.shots().getFirst().camera());
    }

    @Test
    void aRemixCanTurnTheLeadIntoSomebodyElse() {
        StoryPlan parent = plan("a woman dances on a rooftop");
        StoryPlan child = StoryWriter.remix(parent, Script.of("ロボットに変える"), 8, Model.KAMISHIBAI_2);
        assertThat(child.cast()).singleElement().satisfies(r -> {
            assertThat(r.figure()).isEqualTo(Figure.ROBOT);
            assertThat(r.id()).isEqualTo("woman-1");
            assertThat(r.colours()).isEqualTo(parent.cast().getFirst().colours());
        });
        assertThat(Summary.of(child)).contains("DANCE", "ROOFTOP");
    }

    @Test
    void aRemixThatTellsAWholeStoryKeepsTheCast() {
        StoryPlan parent = plan("a man in a blue suit stands in the office");
        StoryPlan child = StoryWriter.remix(
                parent,
                Script.of("The man runs along the beach at sunset. Then he swims in the sea."),
                8,
                Model.KAMISHIBAI_2);
        assertThat(child.cast()).isEqualTo(parent.cast());
        assertThat(Summary.of(child)).contains("BEACH", "GOLDEN", "RUN").doesNotContain("OFFICE");
    }

    @Test
    void aSequelGoesOnWhereTheStoryStopped() {
        StoryPlan parent = plan("朝の部屋で少女が眠る。次に夜の森で少女が走る。");
        StoryPlan next = StoryWriter.extend(parent, Script.of("少女は空を見上げる"), 5, Model.KAMISHIBAI_2);
        assertThat(next.cast()).isEqualTo(parent.cast());
        assertThat(next.shots()).allMatch(s -> s.setting() == Setting.FOREST && s.hour() == Hour.NIGHT);
        assertThat(next.seconds()).isCloseTo(5, within(1e-9));
        StoryPlan silent = StoryWriter.extend(parent, Script.of(""), 4, Model.KAMISHIBAI_2);
        assertThat(silent.cast()).isEqualTo(parent.cast());
    }

    private static StoryPlan plan(String prompt) {
        return StoryWriter.write(Script.of(prompt.replace("\\n", "\n")), 8, 7, Model.KAMISHIBAI_2);
    }

    private static long frames(double seconds) {
        return Math.round(seconds * 24);
    }
}
