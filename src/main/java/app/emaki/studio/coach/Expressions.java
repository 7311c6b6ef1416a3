package app.emaki.studio.coach;

import app.emaki.studio.prompt.PromptLanguage;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to look for, in English and in Japanese; both are tried on every prompt, since people mix them. */
record Expressions(@Nullable Pattern en, @Nullable Pattern ja) {
    static final Expressions NONE = new Expressions(null, null);

    static Expressions of(@Nullable String en, @Nullable String ja) {
        return new Expressions(
                en == null ? null : Pattern.compile(en, en.contains("[A-Z]") ? 0 : Pattern.CASE_INSENSITIVE),
                ja == null ? null : Pattern.compile(ja));
    }

    boolean found(String text) {
        return (en != null && en.matcher(text).find())
                || (ja != null && ja.matcher(text).find());
    }

    List<Hit> hits(String text) {
        return Stream.of(PromptLanguage.EN, PromptLanguage.JA)
                .<Hit>mapMulti((language, out) -> hits(text, language, out))
                .sorted((a, b) -> Integer.compare(a.match().start(), b.match().start()))
                .toList();
    }

    private void hits(String text, PromptLanguage language, Consumer<Hit> out) {
        var pattern = language == PromptLanguage.EN ? en : ja;
        if (pattern != null) {
            pattern.matcher(text).results().forEach(match -> out.accept(new Hit(language, match)));
        }
    }

    record Hit(PromptLanguage language, MatchResult match) {}
}
