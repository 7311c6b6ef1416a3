package app.emaki.model.kamishibai.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Free text that is written as parts: "Style: anime", "カメラ：ローアングル". Each label holds until the next label or an empty line. */
final class Labelled {
    private enum Part {
        STYLE,
        SCENE,
        CAST,
        ACTION,
        CAMERA,
        DIALOGUE,
        SOUND,
        AVOID,
        KEEP,
        WORDS
    }

    private static final Map<Part, String> NAMES = Map.of(
            Part.STYLE, "visual style|style|look|スタイル|画風|作風",
            Part.SCENE, "scene|setting|location|place|background|場面|舞台|背景|場所|シーン",
            Part.CAST, "cast|characters?|subjects?|登場人物|キャラクター|人物|主人公",
            Part.ACTION, "actions?|what happens|movement|アクション|動き|動作|出来事",
            Part.CAMERA, "camera(?: work)?|cinematography|framing|カメラ(?:ワーク)?|構図|撮影",
            Part.DIALOGUE, "dialog(?:ue)?|lines|speech|セリフ|台詞|せりふ|会話",
            Part.SOUND, "sounds?(?: effects?)?|audio|sfx|music|score|ambien(?:ce|t sound)|bgm|音|効果音|音楽|環境音|音声",
            Part.AVOID, "avoid|negative(?: prompt)?|do not show|don't show|避ける(?:もの)?|避けたいもの|禁止|ネガティブ(?:プロンプト)?|ng|除外",
            Part.KEEP, "keep(?: the same)?|残す(?:もの)?|そのまま",
            Part.WORDS, "prompt|story|description|words|プロンプト|物語|説明");
    private static final Pattern LINE =
            Pattern.compile("^[\\s#*・-]*(?<name>[^:：\\n]{1,24}?)[\\s*]*[:：][\\s*]*(?<rest>.*)$");
    private static final Pattern SPOKEN =
            Pattern.compile("^\\s*(?<who>[^:：「“\"]{0,24}?)\\s*[:：]?\\s*[「“\"]?(?<text>[^」”\"]+)[」”\"]?\\s*$");

    private final Map<Part, List<String>> parts = new EnumMap<>(Part.class);

    private Labelled() {}

    /** The same script with the labelled parts of its text in their places; parts that it has already stay. */
    static Script read(Script script) {
        if (script.text().lines().noneMatch(l -> part(l) != null)) {
            return script;
        }
        var labelled = new Labelled();
        labelled.sort(script.text());
        return labelled.script(script);
    }

    private void sort(String text) {
        Part open = Part.WORDS;
        for (String line : text.lines().toList()) {
            Part label = part(line);
            if (label != null) {
                open = label;
                add(open, line.replaceFirst("^[^:：]*[:：][\\s*]*", ""));
            } else if (line.isBlank()) {
                open = Part.WORDS;
            } else {
                add(open, line);
            }
        }
    }

    private void add(Part part, String line) {
        if (!line.isBlank()) {
            parts.computeIfAbsent(part, p -> new ArrayList<>()).add(line.strip());
        }
    }

    private static @Nullable Part part(String line) {
        Matcher label = LINE.matcher(line);
        if (!label.matches()) {
            return null;
        }
        String name = Tokens.plain(label.group("name")).strip();
        return NAMES.entrySet().stream()
                .filter(n -> name.matches(n.getValue()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private Script script(Script old) {
        var dialogue = new ArrayList<>(old.dialogue());
        for (String line : parts.getOrDefault(Part.DIALOGUE, List.of())) {
            Matcher spoken = SPOKEN.matcher(line);
            if (spoken.matches()) {
                String who = spoken.group("who").strip();
                dialogue.add(new Script.Spoken(
                        who.isEmpty() ? null : who, spoken.group("text").strip(), null));
            }
        }
        return new Script(
                String.join("\n", parts.getOrDefault(Part.WORDS, List.of())),
                either(old.style(), Part.STYLE),
                either(old.scene(), Part.SCENE),
                either(old.cast(), Part.CAST),
                either(old.action(), Part.ACTION),
                either(old.camera(), Part.CAMERA),
                old.shots(),
                dialogue,
                either(old.sound(), Part.SOUND),
                either(old.avoid(), Part.AVOID),
                either(old.keep(), Part.KEEP));
    }

    private @Nullable String either(@Nullable String given, Part part) {
        List<String> lines = parts.get(part);
        return given != null || lines == null ? given : String.join("\n", lines);
    }
}
