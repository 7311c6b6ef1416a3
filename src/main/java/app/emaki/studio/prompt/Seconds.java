package app.emaki.studio.prompt;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Seconds as people write them. */
final class Seconds {
    static final String NUMBER = "[0-9０-９]+(?:[.．][0-9０-９]+)?";
    static final String UNIT = "(?:seconds?|secs?|s|秒間?|″)";
    private static final Pattern START =
            Pattern.compile("^\\s*" + NUMBER + "\\s*" + UNIT + ".*", Pattern.CASE_INSENSITIVE);

    private Seconds() {}

    static String write(double seconds, PromptLanguage language) {
        var number = BigDecimal.valueOf(seconds).stripTrailingZeros().toPlainString();
        return language == PromptLanguage.JA ? number + "秒" : number + " s";
    }

    static double read(String number) {
        return Double.parseDouble(java.text.Normalizer.normalize(number, java.text.Normalizer.Form.NFKC));
    }

    static boolean startsWithSome(String text) {
        return START.matcher(text).matches() || text.startsWith(";") || text.startsWith("、");
    }
}
