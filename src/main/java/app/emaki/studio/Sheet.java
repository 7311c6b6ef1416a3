package app.emaki.studio;

import app.emaki.studio.prompt.PromptLanguage;
import java.time.Instant;

/**
 * A draft as lists show it.
 *
 * @param title its name, or its first words
 */
record Sheet(String publicId, String title, String language, String text, boolean named, boolean onDesk, Instant at) {
    static Sheet of(Drafts.Kept kept) {
        var draft = kept.draft();
        var language = PromptLanguage.of(draft.text(), PromptLanguage.EN);
        boolean named = !draft.name().isEmpty();
        return new Sheet(
                draft.publicId(),
                named ? draft.name() : Title.of(draft.text(), language),
                language.code(),
                draft.text(),
                named,
                kept.onDesk(),
                kept.updatedAt());
    }
}
