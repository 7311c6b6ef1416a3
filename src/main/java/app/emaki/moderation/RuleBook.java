package app.emaki.moderation;

import app.emaki.account.Accounts;
import app.emaki.account.Instances;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words a reason for the person who will read it: the rule in their language, then the moderator's own words. */
@Component
class RuleBook {
    private final MessageSource messages;
    private final Accounts accounts;
    private final Instances instances;

    RuleBook(MessageSource messages, Accounts accounts, Instances instances) {
        this.messages = messages;
        this.accounts = accounts;
        this.instances = instances;
    }

    String reasonFor(UUID account, Rule rule, String words) {
        var text = say(account, "moderation.rule." + rule);
        return words.isEmpty() ? text : text + " " + words;
    }

    /** A sentence in the language of an account. */
    String say(UUID account, String key, Object... arguments) {
        var language = accounts.language(account).orElse(instances.current().language());
        return messages.getMessage(key, arguments, Locale.forLanguageTag(language));
    }
}
