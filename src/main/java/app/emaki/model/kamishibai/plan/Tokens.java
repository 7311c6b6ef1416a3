package app.emaki.model.kamishibai.plan;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.BaseFormAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Cuts a text of mixed languages into words. */
final class Tokens {
    private static final String JA = "\\u3005-\\u3007\\u3041-\\u30ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\uff66-\\uff9f";
    private static final Pattern RUN =
            Pattern.compile("(?<latin>[\\p{IsLatin}]+(?:'[\\p{IsLatin}]+)?)|(?<number>\\d+)|(?<ja>[" + JA
                    + "][" + JA + "、。！？・，,. ]*)|(?<other>[\\p{L}&&[^\\p{IsLatin}" + JA
                    + "]][\\p{L}\\p{M}&&[^\\p{IsLatin}" + JA
                    + "]]*|[\\p{So}\\p{Sk}\\x{1F000}-\\x{1FAFF}])");

    private Tokens() {}

    /** The text with full-width Latin made narrow and everything in lower case, character for character. */
    static String plain(String text) {
        var out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '！' && c <= '～') {
                c = (char) (c - '！' + '!');
            }
            out.append(
                    switch (c) {
                        case '　', '\u00a0', '\t', '\u2010', '\u2011' -> ' ';
                        case '’', '‘', '´' -> '\'';
                        default -> Character.toLowerCase(c);
                    });
        }
        return out.toString();
    }

    static List<Token> of(String plain) {
        var tokens = new ArrayList<Token>();
        Matcher run = RUN.matcher(plain);
        while (run.find()) {
            String word = run.group();
            if (run.group("latin") != null) {
                tokens.add(new Token(run.start(), run.end(), word, EnglishStem.of(word), Token.Script.LATIN, null));
            } else if (run.group("number") != null) {
                tokens.add(new Token(run.start(), run.end(), word, word, Token.Script.NUMBER, null));
            } else if (run.group("ja") != null) {
                japanese(word, run.start(), tokens);
            } else {
                tokens.add(new Token(run.start(), run.end(), word, word, Token.Script.OTHER, null));
            }
        }
        return tokens;
    }

    private static void japanese(String text, int offset, List<Token> tokens) {
        try (var tokenizer = new JapaneseTokenizer(null, true, true, JapaneseTokenizer.Mode.SEARCH)) {
            var term = tokenizer.getAttribute(CharTermAttribute.class);
            var place = tokenizer.getAttribute(OffsetAttribute.class);
            var base = tokenizer.getAttribute(BaseFormAttribute.class);
            var part = tokenizer.getAttribute(PartOfSpeechAttribute.class);
            tokenizer.setReader(new StringReader(text));
            tokenizer.reset();
            while (tokenizer.incrementToken()) {
                String surface = term.toString();
                String form = base.getBaseForm();
                int start = offset + place.startOffset();
                String kind = part.getPartOfSpeech();
                if (surface.indexOf('の', 1) > 0 && surface.length() > 2 && kind.startsWith("名詞-固有名詞")) {
                    apart(surface, start, tokens);
                } else {
                    tokens.add(new Token(
                            start,
                            offset + place.endOffset(),
                            surface,
                            form == null ? surface : form,
                            Token.Script.JAPANESE,
                            kind));
                }
            }
            tokenizer.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The dictionary has villages called 夜の森; a prompt hardly means them. */
    private static void apart(String name, int start, List<Token> tokens) {
        int no = name.indexOf('の', 1);
        word(name.substring(0, no), start, "名詞-一般", tokens);
        word("の", start + no, "助詞-連体化", tokens);
        word(name.substring(no + 1), start + no + 1, "名詞-一般", tokens);
    }

    private static void word(String word, int start, String part, List<Token> tokens) {
        if (!word.isEmpty()) {
            tokens.add(new Token(start, start + word.length(), word, word, Token.Script.JAPANESE, part));
        }
    }
}
