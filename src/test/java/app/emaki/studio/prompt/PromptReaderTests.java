package app.emaki.studio.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PromptReaderTests {

    @Test
    void proseWithoutLabelsIsFreeWords() {
        var parts = PromptReader.read("She said: wait.\nThen 3-4 seconds later, at 10:30, she turns.");

        assertThat(parts).isEqualTo(PromptParts.of("She said: wait.\nThen 3-4 seconds later, at 10:30, she turns."));
        assertThat(parts.structured()).isFalse();
    }

    @Test
    void englishLabelsAreRead() {
        var parts = PromptReader.read("""
                A fox finds a lantern.

                Style: paper theatre
                Setting: a mountain path, dusk
                Camera work: low angle,
                slow push in
                Shot 1 (3 s; wide): the path in the rain
                Shot 2 (2 s): the fox looks back
                Dialogue:
                  Fox (1.5 s): “It will clear.”
                  “And it did.”
                Negative prompt: extra fingers
                """);

        assertThat(parts.text(Part.WORDS)).isEqualTo("A fox finds a lantern.");
        assertThat(parts.text(Part.STYLE)).isEqualTo("paper theatre");
        assertThat(parts.text(Part.SCENE)).isEqualTo("a mountain path, dusk");
        assertThat(parts.text(Part.CAMERA)).isEqualTo("low angle,\nslow push in");
        assertThat(parts.text(Part.AVOID)).isEqualTo("extra fingers");
        assertThat(parts.shots())
                .containsExactly(new Shot(3, "wide", "the path in the rain"), new Shot(2, "", "the fox looks back"));
        assertThat(parts.dialogue())
                .containsExactly(new SpokenLine("Fox", 1.5, "It will clear."), new SpokenLine("", -1, "And it did."));
    }

    @Test
    void japaneseLabelsAreRead() {
        var parts = PromptReader.read("""
                【スタイル】切り絵
                ■場面：雨の夜の路地
                ## カメラ
                ローアングル、ゆっくり寄る
                カット1（３秒、引き）：路地に雨
                カット2（2秒）：振り向く
                セリフ：
                女の人（1秒）「もう、晴れるよ。」
                BGM：静かなピアノ
                避けたいもの：指の崩れ
                固定：赤いコート
                """);

        assertThat(parts.text(Part.STYLE)).isEqualTo("切り絵");
        assertThat(parts.text(Part.SCENE)).isEqualTo("雨の夜の路地");
        assertThat(parts.text(Part.CAMERA)).isEqualTo("ローアングル、ゆっくり寄る");
        assertThat(parts.shots()).containsExactly(new Shot(3, "引き", "路地に雨"), new Shot(2, "", "振り向く"));
        assertThat(parts.dialogue()).containsExactly(new SpokenLine("女の人", 1, "もう、晴れるよ。"));
        assertThat(parts.text(Part.MUSIC)).isEqualTo("静かなピアノ");
        assertThat(parts.text(Part.AVOID)).isEqualTo("指の崩れ");
        assertThat(parts.text(Part.KEEP)).isEqualTo("赤いコート");
    }

    @Test
    void timesInFrontOfALineMakeAShot() {
        assertThat(PromptReader.read("[0-2s] a door\n0〜2.5秒：閉まる\n（2秒～5秒）夜明け").shots())
                .isEqualTo(List.of(new Shot(2, "", "a door"), new Shot(2.5, "", "閉まる"), new Shot(3, "", "夜明け")));
    }

    @Test
    void aBlankLineEndsAPart() {
        var parts = PromptReader.read("Camera: low\n\nShe walks on.");

        assertThat(parts.text(Part.CAMERA)).isEqualTo("low");
        assertThat(parts.text(Part.WORDS)).isEqualTo("She walks on.");
    }

    @Test
    void aPromptIsWrittenInItsOwnLanguage() {
        var parts = new PromptParts(
                java.util.Map.of(Part.WORDS, "狐の嫁入り", Part.CAMERA, "低く"),
                List.of(new Shot(3.5, "引き", "行列")),
                List.of(new SpokenLine("狐", 1, "晴れるよ")));

        assertThat(PromptWriter.write(parts, PromptLanguage.JA))
                .isEqualTo("狐の嫁入り\n\nカメラ：低く\nカット1（3.5秒、引き）：行列\nせりふ：\n  狐（1秒）「晴れるよ」");
        assertThat(PromptWriter.write(parts, PromptLanguage.EN))
                .isEqualTo("狐の嫁入り\n\nCamera: 低く\nShot 1 (3.5 s; 引き): 行列\nDialogue:\n  狐 (1 s): “晴れるよ”");
    }

    @Test
    void theLanguageIsToldByItsScript() {
        assertThat(PromptLanguage.of("雨の夜", PromptLanguage.EN)).isEqualTo(PromptLanguage.JA);
        assertThat(PromptLanguage.of("A fox under a torii (鳥居) gate", PromptLanguage.JA))
                .isEqualTo(PromptLanguage.EN);
        assertThat(PromptLanguage.of("SF映画のワンシーン", PromptLanguage.EN)).isEqualTo(PromptLanguage.JA);
        assertThat(PromptLanguage.of("…", PromptLanguage.JA)).isEqualTo(PromptLanguage.JA);
    }
}
