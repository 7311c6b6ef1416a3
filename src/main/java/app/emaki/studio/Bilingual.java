package app.emaki.studio;

import app.emaki.studio.prompt.PromptLanguage;
import org.jspecify.annotations.Nullable;

/**
 * The same words in both languages.
 *
 * @param still name of a picture under {@code img/styles} that shows what they mean; null when the built-in model has none
 */
record Bilingual(String en, String ja, @Nullable String still) {
    public String in(PromptLanguage language) {
        return language == PromptLanguage.JA ? ja : en;
    }
}
