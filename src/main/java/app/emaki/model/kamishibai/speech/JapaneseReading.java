package app.emaki.model.kamishibai.speech;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.apache.lucene.analysis.ja.JapaneseTokenizer;
import org.apache.lucene.analysis.ja.tokenattributes.InflectionAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.PartOfSpeechAttribute;
import org.apache.lucene.analysis.ja.tokenattributes.ReadingAttribute;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.jspecify.annotations.Nullable;

/** Japanese text to words with their sound: what is written is not what is said. */
final class JapaneseReading {
    private static final String E_ROW = "エケセテネヘメレゲゼデベペェ";
    private static final String O_ROW = "オコソトノホモヨロゴゾドボポョォ";
    private static final String PAUSES = "、。！？!?,.，．…‥:：;；\n―—・";

    private JapaneseReading() {}

    static List<JapaneseWord> words(String text) {
        var words = new ArrayList<JapaneseWord>();
        var numbers = new ArrayDeque<String>();
        var parts = prepared(text).split(String.valueOf(JapaneseNumbers.MARK), 0);
        var plain = new StringBuilder();
        for (var i = 0; i < parts.length; i++) {
            // a zero holds the place of a number, so that the words around it are still read as its neighbours
            plain.append(i % 2 == 1 ? "0" : parts[i]);
            if (i % 2 == 1) numbers.add(parts[i]);
        }
        read(plain.toString(), numbers, words);
        return words;
    }

    private static JapaneseWord number(String reading) {
        var fall = reading.indexOf(JapaneseNumbers.FALL);
        var moras = Mora.read(reading);
        var before =
                fall < 0 ? moras.size() : Mora.read(reading.substring(0, fall)).size();
        var nucleus = before > 1 && moras.get(before - 1).consonant().isEmpty() ? before - 1 : before;
        return new JapaneseWord(reading, "名詞-数", "", "", moras, nucleus, "C3", false, false);
    }

    private static void read(String text, Queue<String> numbers, List<JapaneseWord> words) {
        try (var tokens = new JapaneseTokenizer(null, false, JapaneseTokenizer.Mode.NORMAL)) {
            var written = tokens.addAttribute(CharTermAttribute.class);
            var kind = tokens.addAttribute(PartOfSpeechAttribute.class);
            var reading = tokens.addAttribute(ReadingAttribute.class);
            var inflection = tokens.addAttribute(InflectionAttribute.class);
            tokens.setReader(new StringReader(text));
            tokens.reset();
            while (tokens.incrementToken()) {
                if (written.charAt(0) == '0') {
                    for (var i = 0; i < written.length() && !numbers.isEmpty(); i++)
                        words.add(number(numbers.remove()));
                    continue;
                }
                add(
                        words,
                        written.toString(),
                        text(kind.getPartOfSpeech()),
                        reading.getPronunciation(),
                        text(inflection.getInflectionType()),
                        text(inflection.getInflectionForm()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Full-width signs made plain, numbers spelled, Latin words turned to kana. */
    private static String prepared(String text) {
        var plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replace('~', 'ー')
                .replace('〜', 'ー')
                .replace("芝刈り", "柴刈り");
        return LatinKana.spelled(JapaneseNumbers.spelled(plain));
    }

    private static void add(
            List<JapaneseWord> words,
            String written,
            String kind,
            @Nullable String pronounced,
            String type,
            String form) {
        if (PAUSES.indexOf(written.charAt(0)) >= 0) {
            var question = written.contains("？") || written.contains("?");
            if (!words.isEmpty() && !words.getLast().pause()) words.add(JapaneseWord.pause(question));
            else if (question && !words.isEmpty()) words.set(words.size() - 1, JapaneseWord.pause(true));
            return;
        }
        if (written.chars().allMatch(sign -> sign == 'ー') || (written.equals("う") && kind.startsWith("助動詞"))) {
            prolong(words);
            return;
        }
        var sound = sound(written, pronounced, form);
        var moras = Mora.read(sound);
        if (moras.isEmpty()) return;
        var accent = Accents.shared().find(written, sign(kind), sound);
        var nucleus = accent == null ? usual(written, moras) : Math.min(accent.nucleus(), moras.size());
        var rule = accent == null ? "C1" : accent.rule();
        words.add(new JapaneseWord(written, kind, type, form, moras, nucleus, rule, false, false));
    }

    private static void prolong(List<JapaneseWord> words) {
        if (words.isEmpty() || words.getLast().pause()) return;
        var last = words.removeLast();
        var longer = new ArrayList<>(last.moras());
        longer.add(new Mora("", last.moras().getLast().vowel().replace("cl", "u")));
        words.add(last.with(longer));
    }

    private static String sound(String written, @Nullable String pronounced, String form) {
        if (pronounced == null) return drawn(katakana(written));
        if ((written.equals("言う") || written.equals("いう")) && form.equals("基本形")) return "ユー";
        // only within one Chinese character, not where a Japanese ending or another word begins
        var chinese =
                written.codePoints().allMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN);
        return chinese ? drawnE(pronounced) : pronounced;
    }

    /** エイ is spoken エー within a word. */
    private static String drawnE(String kana) {
        var out = new StringBuilder(kana);
        for (var i = 1; i < out.length(); i++) {
            if (out.charAt(i) == 'イ' && E_ROW.indexOf(out.charAt(i - 1)) >= 0) out.setCharAt(i, 'ー');
        }
        return out.toString();
    }

    private static String drawn(String kana) {
        var out = new StringBuilder(drawnE(kana));
        for (var i = 1; i < out.length(); i++) {
            if (out.charAt(i) == 'ウ' && O_ROW.indexOf(out.charAt(i - 1)) >= 0) out.setCharAt(i, 'ー');
        }
        return out.toString();
    }

    private static String katakana(String text) {
        var out = new StringBuilder();
        text.chars().forEach(sign -> out.append((char) (sign >= 'ぁ' && sign <= 'ゖ' ? sign + 0x60 : sign)));
        return out.toString();
    }

    /** Where loan words and made-up words fall: on the third beat from the end, never on a beat without a vowel of its own. */
    private static int usual(String written, List<Mora> moras) {
        var loan = written.chars().allMatch(sign -> sign >= 'ァ' && sign <= 'ー');
        if (!loan) return 0;
        var nucleus = Math.max(1, moras.size() - 2);
        return nucleus > 1 && moras.get(nucleus - 1).consonant().isEmpty() ? nucleus - 1 : nucleus;
    }

    private static char sign(String kind) {
        if (kind.startsWith("助動詞")) return '補';
        if (kind.startsWith("接続詞")) return '続';
        if (kind.startsWith("接頭詞")) return '頭';
        return kind.isEmpty() ? '名' : kind.charAt(0);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
