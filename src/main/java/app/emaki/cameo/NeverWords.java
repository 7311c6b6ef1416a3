package app.emaki.cameo;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which words of a prompt an owner keeps away from a likeness. It looks at words, as the rules on content do, and no further:
 * capitals and full-width letters are no way round, another word for the same thing is.
 */
@Component
class NeverWords {
    private static final Pattern BETWEEN = Pattern.compile("[,、，;；\\n\\r]+");
    private static final int LATIN = 0x250;

    private final JdbcClient jdbc;

    NeverWords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The words that stand in the way, in the order of the owner's wishes; empty when none does. */
    Set<String> in(String prompt, CameoView cameo) {
        var text = normal(prompt);
        var found = new LinkedHashSet<String>();
        own(cameo.never()).stream().filter(term -> matches(text, term)).forEach(found::add);
        terms(cameo.restrictions()).stream().filter(term -> matches(text, term)).forEach(found::add);
        return found;
    }

    static List<String> own(String never) {
        return Arrays.stream(BETWEEN.split(never))
                .map(NeverWords::normal)
                .map(String::strip)
                .filter(term -> !term.isEmpty())
                .toList();
    }

    private List<String> terms(List<Restriction> restrictions) {
        return restrictions.isEmpty()
                ? List.of()
                : jdbc.sql("select term from cameo_word where restriction = any(?) order by term")
                        .param(restrictions.stream().map(Enum::name).toArray(String[]::new))
                        .query(String.class)
                        .list();
    }

    static boolean matches(String normalText, String term) {
        var quoted = Pattern.quote(normal(term));
        var expression = term.chars().allMatch(c -> c < LATIN)
                ? "(?<![\\p{L}\\p{N}])" + quoted + "(?![\\p{L}\\p{N}&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]])"
                : quoted;
        return Pattern.compile(expression).matcher(normalText).find();
    }

    static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
