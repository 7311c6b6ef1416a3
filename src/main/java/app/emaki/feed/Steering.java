package app.emaki.feed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads what somebody asks of their feed: {@code more rain, less loud} or {@code 雨を多め、人ごみは少なめ}. */
final class Steering {
    private static final int LONGEST = 40;
    private static final Pattern BETWEEN = Pattern.compile("[,;、，。；.\\n]+|\\s+(?:and|but)\\s+|(?<=め|く|に|し|て)\\s+");
    private static final List<Form> FORMS = List.of(
            less("(?i)^(?:less|fewer|no|not|without|hide|stop|not so(?: much)?|don[’']t show(?: me)?)\\s+(.+)$"),
            more("(?i)^(?:a little |a bit |much )?(?:more|mostly|show(?: me)?(?: more)?|i like|with)\\s+(.+)$"),
            less("^(.+?)の?(?:絵|動画|作品|映像)?(?:を|は|が)?(?:もっと)?(?:少なめ|すくなめ|少なく|減らし|へらし|控えめ|なし|無し|いらない|要らない|見たくない|いや|嫌).*$"),
            more("^(?:もっと)?(.+?)の?(?:絵|動画|作品|映像)?(?:を|は|が)?(?:もっと)?(?:多め|おおめ|多く|増やし|ふやし|たくさん|ほしい|見たい|好き|もっと).*$"),
            more("^もっと(.+)$"));

    private Steering() {}

    /** The wishes in their order; a word without more or less is wished for. Of two about the same the later counts. */
    static List<Wish> read(String text) {
        var wishes = new LinkedHashMap<String, Wish>();
        for (var piece : BETWEEN.split(text.strip())) {
            var wish = wish(piece.strip().replaceFirst("(?i)\\s*please$", ""));
            if (!wish.phrase().isEmpty()) {
                wishes.remove(wish.phrase());
                wishes.put(wish.phrase(), wish);
            }
        }
        return new ArrayList<>(wishes.values());
    }

    private static Wish wish(String piece) {
        for (var form : FORMS) {
            var match = form.pattern().matcher(piece);
            if (match.matches()) {
                return new Wish(cut(match.group(1)), form.more());
            }
        }
        return new Wish(cut(piece), true);
    }

    private static String cut(String phrase) {
        var words = phrase.strip().replaceFirst("^[#＃]", "").toLowerCase(Locale.ROOT);
        return words.codePointCount(0, words.length()) <= LONGEST
                ? words
                : words.substring(0, words.offsetByCodePoints(0, LONGEST));
    }

    private static Form more(String pattern) {
        return new Form(Pattern.compile(pattern), true);
    }

    private static Form less(String pattern) {
        return new Form(Pattern.compile(pattern), false);
    }

    private record Form(Pattern pattern, boolean more) {}

    /** One wish: more of what has this in its words, or none of it. */
    record Wish(String phrase, boolean more) {}
}
