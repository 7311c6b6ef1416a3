package app.emaki.studio.prompt;

import static java.util.Map.entry;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The labels that open a part, written in both languages; the first of each list is the one that we write. */
final class Labels {
    /** The label of the dialogue, which is no plain text and therefore no {@link Part}. */
    static final String DIALOGUE = "dialogue";

    private static final Map<String, List<String>> EN = Map.ofEntries(
            entry("words", List.of("Words", "Prompt", "Story", "Description")),
            entry("style", List.of("Style", "Look", "Visual style")),
            entry("scene", List.of("Scene", "Setting", "Place", "Location", "Background", "Where")),
            entry("cast", List.of("Cast", "Characters", "Character", "Subject", "Subjects", "Who")),
            entry("action", List.of("Action", "Actions", "Movement", "What happens")),
            entry("camera", List.of("Camera", "Camera work", "Cinematography", "Framing", "Angle")),
            entry(DIALOGUE, List.of("Dialogue", "Dialog", "Lines", "Speech", "Spoken")),
            entry("effects", List.of("Effects", "Sound effects", "Sound effect", "SFX", "Sounds", "Sound", "Audio")),
            entry("ambience", List.of("Ambience", "Ambient sound", "Ambient", "Background sound", "Atmosphere")),
            entry("music", List.of("Music", "Score", "BGM", "Soundtrack")),
            entry("avoid", List.of("Avoid", "Negative prompt", "Negative", "Do not show", "Don't show")),
            entry("keep", List.of("Keep", "Keep the same", "Consistency", "Continuity")));

    private static final Map<String, List<String>> JA = Map.ofEntries(
            entry("words", List.of("ことば", "言葉", "本文", "説明", "プロンプト", "内容", "あらすじ")),
            entry("style", List.of("スタイル", "画風", "作風", "タッチ", "雰囲気")),
            entry("scene", List.of("場面", "シーン", "舞台", "場所", "背景", "情景")),
            entry("cast", List.of("登場", "登場人物", "人物", "キャスト", "キャラクター", "主役", "被写体")),
            entry("action", List.of("動き", "動作", "アクション", "行動")),
            entry("camera", List.of("カメラ", "カメラワーク", "撮影", "構図", "アングル")),
            entry(DIALOGUE, List.of("せりふ", "セリフ", "台詞", "会話", "対話", "発話")),
            entry("effects", List.of("効果音", "SE", "音", "サウンド", "音声")),
            entry("ambience", List.of("環境音", "背景音")),
            entry("music", List.of("音楽", "曲", "劇伴")),
            entry("avoid", List.of("避ける", "避けること", "避けたいもの", "禁止", "ネガティブ", "ネガティブプロンプト", "NG", "除外")),
            entry("keep", List.of("保つ", "保つこと", "固定", "一貫性", "変えない", "変えないもの", "統一")));

    private static final Map<String, String> KNOWN = known();

    private static final String NAME = "\\s*([^:：\\n*\\]】］]{1,24}?)\\s*";

    /** A heading on a line of its own; what it is about follows. */
    private static final Pattern HEADING =
            Pattern.compile("^(?:#{1,6}" + NAME + "#*|[【\\[［■◆●]" + NAME + "[\\]】］]?)[:：]?\\s*$");

    /** A label and, after it, what it is about: {@code Camera: low}, {@code **Camera:** low}, {@code 【カメラ】低く}. */
    private static final List<Pattern> WITH_TEXT = List.of(
            Pattern.compile("^[【\\[［]" + NAME + "[\\]】］]\\s*[:：]?[ \\t　]*(.+)$"),
            Pattern.compile("^(?:[-*・]\\s+)?\\*\\*" + NAME + "(?:[:：]\\*\\*|\\*\\*[ \\t　]*[:：])[ \\t　]*(.*)$"),
            Pattern.compile("^(?:[-*・●■◆]\\s*)?" + NAME + "[:：][ \\t　]*(.*)$"));

    private Labels() {}

    /** The label to write. */
    static String of(String key, PromptLanguage language) {
        return java.util.Objects.requireNonNull((language == PromptLanguage.JA ? JA : EN).get(key))
                .getFirst();
    }

    /** The part that a line opens, and what the line says of it already. */
    static Optional<Opening> opening(String line) {
        var heading = HEADING.matcher(line);
        if (heading.matches()) {
            var label = heading.group(1) == null ? heading.group(2) : heading.group(1);
            return key(label).map(key -> new Opening(key, ""));
        }
        for (var pattern : WITH_TEXT) {
            var match = pattern.matcher(line);
            if (match.matches()) {
                return key(match.group(1)).map(key -> new Opening(key, match.group(2)));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> key(String label) {
        return Optional.ofNullable(KNOWN.get(folded(label)));
    }

    record Opening(String key, String rest) {}

    private static Map<String, String> known() {
        var known = new HashMap<String, String>();
        for (var language : List.of(EN, JA)) {
            language.forEach((key, labels) -> labels.forEach(label -> known.put(folded(label), key)));
        }
        return Map.copyOf(known);
    }

    private static String folded(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
