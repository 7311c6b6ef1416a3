package app.emaki.model.kamishibai.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text with the spoken words taken out of it: where a quote stood, one mark remains, so that what is said is never read as
 * what is shown.
 */
record Quotes(String text, List<Quote> quotes) {
    /** The character that stands for a quote. */
    static final char MARK = '\ue000';

    private static final Pattern QUOTED =
            Pattern.compile("「([^「」]{1,400})」|『([^『』]{1,400})』|“([^“”]{1,400})”|\"([^\"]{1,400})\"|«([^«»]{1,400})»");
    private static final Pattern SAID_EN = Pattern.compile(
            "(?<=\\b(?:shout|shouts|shouting|say|says|saying|yell|yells|yelling|scream|screams|screaming|whisper|whispers|whispering|exclaims|cries out|calls out|asks|murmurs|announces)\\b[,:]?\\s)"
                    + "\\s*(?!(?:In|At|On|The|Her|His|And|Then)\\b)([A-Z][^,.!?;\\n]{0,80}[!?.]*|[a-z][^,.!?;\\n]{0,60}[!?]+)");
    private static final Pattern SAID_JA = Pattern.compile(
            "(?<=^|[、。，,\\s]|[がはもに])([^、。，,\\s「」がはもに]{1,20}[!！?？]+|[A-Za-z][A-Za-z' ]{0,40}[!！?？]*|[ぁ-んァ-ヶー]{2,20}?)(?=\\s*(?:と|って)(?:\\S{0,6})(?:叫|言|怒鳴|つぶや|呟|ささや|囁|話しかけ|告げ|答え|声))");
    private static final Pattern SIGN_BEFORE = Pattern.compile(
            "(?:sign|signboard|banner|poster|billboard|title|logo|label|neon|text|letters|看板|題字|タイトル|ポスター|のれん|張り紙|ネオン|文字|標識)[^、。,.;!?]{0,24}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SIGN_AFTER = Pattern.compile(
            "^\\s*(?:sign|banner|poster|neon|(?:と|の)?(?:いう|書かれた|書いた|書いてある)?(?:看板|文字|ポスター|のれん|張り紙|ネオン|標識|旗|題字))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile("[!！?？.。]+$");

    static Quotes in(String original) {
        String text = original.replace(MARK, ' ');
        var rest = new StringBuilder();
        var found = new ArrayList<Quote>();
        int done = 0;
        for (Matcher quote = next(text, 0); quote != null; quote = next(text, Math.max(done, quote.end()))) {
            String words = words(quote);
            if (words.isBlank()) {
                continue;
            }
            rest.append(text, done, quote.start());
            found.add(new Quote(rest.length(), words, isSign(text, quote)));
            rest.append(MARK);
            if (quote.pattern().equals(SAID_EN) && ENDS.matcher(words).find()) {
                rest.append('.');
            }
            done = quote.end();
        }
        return new Quotes(rest.append(text, done, text.length()).toString(), List.copyOf(found));
    }

    private static @Nullable Matcher next(String text, int from) {
        return Stream.of(QUOTED, SAID_EN, SAID_JA)
                .map(pattern -> pattern.matcher(text))
                .filter(matcher -> from <= text.length() && matcher.find(from))
                .min(Comparator.comparingInt(Matcher::start))
                .orElse(null);
    }

    private static boolean isSign(String text, Matcher quote) {
        String before = text.substring(Math.max(0, quote.start() - 40), quote.start());
        return SIGN_BEFORE.matcher(before).find()
                || SIGN_AFTER.matcher(text.substring(quote.end())).find();
    }

    private static String words(Matcher quote) {
        for (int group = 1; group <= quote.groupCount(); group++) {
            if (quote.group(group) != null) {
                return quote.group(group).strip();
            }
        }
        return "";
    }

    Quotes part(int from, int to) {
        return new Quotes(
                text.substring(from, to),
                quotes.stream()
                        .filter(q -> q.at() >= from && q.at() < to)
                        .map(q -> new Quote(q.at() - from, q.text(), q.sign()))
                        .toList());
    }
}
