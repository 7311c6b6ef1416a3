package app.emaki.studio;

import app.emaki.studio.prompt.PromptLanguage;

/** The same words in both languages. */
record Bilingual(String en, String ja) {
    public String in(PromptLanguage language) {
        return language == PromptLanguage.JA ? ja : en;
    }
}
