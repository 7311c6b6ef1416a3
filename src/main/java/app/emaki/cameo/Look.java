package app.emaki.cameo;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a cameo looks like in one word, for models that read words and for bodies that a portrait does not show. */
public enum Look {
    WOMAN(Kind.PERSON, "a woman", "女性"),
    MAN(Kind.PERSON, "a man", "男性"),
    ELDER(Kind.PERSON, "an old person", "老人"),
    CAT(Kind.CHARACTER, "a cat", "猫"),
    DOG(Kind.CHARACTER, "a dog", "犬"),
    BIRD(Kind.CHARACTER, "a bird", "鳥"),
    ROBOT(Kind.CHARACTER, "a robot", "ロボット"),
    DOLL(Kind.CHARACTER, "a doll", "人形");

    private final Kind kind;
    private final String english;
    private final String japanese;

    Look(Kind kind, String english, String japanese) {
        this.kind = kind;
        this.english = english;
        this.japanese = japanese;
    }

    /** The looks that a kind of cameo can have. */
    static List<Look> of(Kind kind) {
        return Arrays.stream(values()).filter(look -> look.kind == kind).toList();
    }

    boolean fits(Kind other) {
        return kind == other;
    }

    /** As a noun in a prompt. */
    public String noun(String language) {
        return language.equals(Locale.JAPANESE.getLanguage()) ? japanese : english;
    }
}
