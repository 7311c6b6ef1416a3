package app.emaki.account;

import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.validation.DirectFieldBindingResult;
import org.springframework.validation.FieldError;

/** Makes the first admin from {@code EMAKI_ADMIN_*} where they are set, so that nobody needs a browser for the set-up. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FirstAdmin implements ApplicationRunner {
    private final AdminSettings settings;
    private final boolean sampleContent;
    private final Accounts accounts;
    private final AccountRepository repository;
    private final Registration registration;
    private final Setup setup;
    private final MessageSource messages;

    FirstAdmin(
            AdminSettings settings,
            @Value("${emaki.sample-content}") boolean sampleContent,
            Accounts accounts,
            AccountRepository repository,
            Registration registration,
            Setup setup,
            MessageSource messages) {
        this.settings = settings;
        this.sampleContent = sampleContent;
        this.accounts = accounts;
        this.repository = repository;
        this.registration = registration;
        this.setup = setup;
        this.messages = messages;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.isSet() && !accounts.hasAdmin()) {
            try {
                make(new NewAccount(settings.handle(), settings.email(), settings.password()));
            } catch (Refused | DataIntegrityViolationException e) {
                // a second process that starts at the same moment may have been faster
                if (!accounts.hasAdmin()) {
                    throw e;
                }
            }
        }
        if (sampleContent) {
            repository
                    .findFirstByRoleOrderByCreatedAt(Role.ADMIN)
                    .ifPresent(admin -> setup.wishForSampleContent(admin.id()));
        }
    }

    private void make(NewAccount admin) {
        var errors = new DirectFieldBindingResult(admin, "admin");
        registration.checkFirst(admin, errors);
        if (errors.hasErrors()) {
            throw new Refused(
                    errors.getFieldErrors().stream().map(this::explain).collect(Collectors.joining("\n")));
        }
        accounts.registerAdmin(admin.handle(), admin.email(), admin.password());
    }

    private String explain(FieldError error) {
        return "EMAKI_ADMIN_" + error.getField().toUpperCase(Locale.ROOT) + ": "
                + messages.getMessage(error, Locale.ENGLISH);
    }

    /** The admin that the environment asks for. */
    @ConfigurationProperties("emaki.admin")
    record AdminSettings(String handle, String email, String password) {
        boolean isSet() {
            return !(handle.isBlank() && email.isBlank() && password.isEmpty());
        }
    }

    static class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    /** Says what is wrong with the environment in place of a stack trace. */
    static class Explanation extends AbstractFailureAnalyzer<Refused> {
        @Override
        protected FailureAnalysis analyze(Throwable root, Refused refused) {
            return new FailureAnalysis(
                    "The first admin could not be made.\n" + refused.getMessage(),
                    "Set EMAKI_ADMIN_HANDLE, EMAKI_ADMIN_EMAIL and EMAKI_ADMIN_PASSWORD to values that fit these rules,"
                            + " or leave all three away and use the set-up link.",
                    refused);
        }
    }
}
