package app.emaki.model.kamishibai.plan;

import java.util.Map;
import java.util.Set;

/** Brings an English word to the part that its inflections share: {@code running}, {@code ran} and {@code runs} meet in {@code run}. */
final class EnglishStem {
    private static final Map<String, String> IRREGULAR = Map.ofEntries(
            Map.entry("ran", "run"),
            Map.entry("sat", "sit"),
            Map.entry("stood", "stand"),
            Map.entry("drew", "draw"),
            Map.entry("drawn", "draw"),
            Map.entry("swam", "swim"),
            Map.entry("swum", "swim"),
            Map.entry("flew", "fly"),
            Map.entry("flown", "fly"),
            Map.entry("ate", "eat"),
            Map.entry("eaten", "eat"),
            Map.entry("drank", "drink"),
            Map.entry("drunk", "drink"),
            Map.entry("sang", "sing"),
            Map.entry("sung", "sing"),
            Map.entry("slept", "sleep"),
            Map.entry("wept", "weep"),
            Map.entry("fell", "fall"),
            Map.entry("fallen", "fall"),
            Map.entry("fought", "fight"),
            Map.entry("rode", "ride"),
            Map.entry("ridden", "ride"),
            Map.entry("drove", "drive"),
            Map.entry("driven", "drive"),
            Map.entry("spoke", "speak"),
            Map.entry("spoken", "speak"),
            Map.entry("said", "say"),
            Map.entry("told", "tell"),
            Map.entry("leapt", "leap"),
            Map.entry("went", "go"),
            Map.entry("gone", "go"),
            Map.entry("came", "come"),
            Map.entry("women", "woman"),
            Map.entry("men", "man"),
            Map.entry("knelt", "kneel"),
            Map.entry("wrote", "write"),
            Map.entry("written", "write"),
            Map.entry("taught", "teach"),
            Map.entry("swung", "swing"),
            Map.entry("struck", "strike"),
            Map.entry("wolves", "wolf"),
            Map.entry("lying", "lie"),
            Map.entry("lay", "lie"),
            Map.entry("lies", "lie"),
            Map.entry("threw", "throw"),
            Map.entry("thrown", "throw"),
            Map.entry("rang", "ring"),
            Map.entry("rung", "ring"),
            Map.entry("broke", "break"),
            Map.entry("broken", "break"),
            Map.entry("held", "hold"),
            Map.entry("shook", "shake"),
            Map.entry("bent", "bend"),
            Map.entry("swept", "sweep"),
            Map.entry("fled", "flee"),
            Map.entry("dogs", "dog"));
    private static final Set<String> WHOLE = Set.of(
            "evening",
            "morning",
            "lightning",
            "building",
            "ceiling",
            "wedding",
            "during",
            "nothing",
            "something",
            "crossing",
            "dumpling",
            "painting",
            "hundred",
            "speed",
            "this",
            "always",
            "news",
            "bus",
            "canvas",
            "iris",
            "tennis",
            "bored",
            "red",
            "bed",
            "breed",
            "various",
            "ring",
            "king",
            "spring",
            "string",
            "being",
            "feeling",
            "setting",
            "clothing");

    private EnglishStem() {}

    static String of(String word) {
        String w = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
        if (WHOLE.contains(w) || w.length() < 3) {
            return w;
        }
        String irregular = IRREGULAR.get(w);
        return irregular != null ? bare(irregular) : bare(withoutSuffix(w));
    }

    private static String withoutSuffix(String w) {
        if (w.endsWith("ies") && w.length() > 4) {
            return w.substring(0, w.length() - 3) + "y";
        }
        if (w.endsWith("es") && w.length() > 4 && endsInHiss(w.substring(0, w.length() - 2))) {
            return w.substring(0, w.length() - 2);
        }
        if (w.endsWith("s") && !w.endsWith("ss") && !w.endsWith("us") && !w.endsWith("is")) {
            return w.substring(0, w.length() - 1);
        }
        if (w.endsWith("ing") && isWord(w.substring(0, w.length() - 3))) {
            return single(w.substring(0, w.length() - 3));
        }
        if (w.endsWith("ied") && w.length() > 4) {
            return w.substring(0, w.length() - 3) + "y";
        }
        if (w.endsWith("ed") && isWord(w.substring(0, w.length() - 2))) {
            return single(w.substring(0, w.length() - 2));
        }
        return w;
    }

    private static boolean endsInHiss(String stem) {
        return stem.endsWith("s")
                || stem.endsWith("x")
                || stem.endsWith("z")
                || stem.endsWith("ch")
                || stem.endsWith("sh");
    }

    private static boolean isWord(String stem) {
        return stem.length() >= 2 && stem.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
    }

    private static String single(String stem) {
        int n = stem.length();
        boolean doubled = n > 3 && stem.charAt(n - 1) == stem.charAt(n - 2) && "lsz".indexOf(stem.charAt(n - 1)) < 0;
        return doubled ? stem.substring(0, n - 1) : stem;
    }

    private static String bare(String stem) {
        return stem.length() > 3 && stem.endsWith("e") ? stem.substring(0, stem.length() - 1) : stem;
    }
}
