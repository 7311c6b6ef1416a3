package app.emaki.account;

import app.emaki.platform.RateLimits;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Whether somebody shows a code of their app, or one from the paper; so many tries for one account, whoever makes them. */
@Component
class CodeProof {
    private final SecondFactor factor;
    private final RateLimits limits;
    private final EntrySettings settings;

    CodeProof(SecondFactor factor, RateLimits limits, EntrySettings settings) {
        this.factor = factor;
        this.limits = limits;
        this.settings = settings;
    }

    /** Whether it is shown; if not, the form says why in this field, and after too many tries how long to wait. */
    boolean given(UUID account, String field, @Nullable String typed, Errors errors, HttpServletResponse response) {
        var key = "second-factor:" + account;
        var wait = limits.take(key, settings.secondFactor());
        if (wait.isPresent()) {
            TooManyTries.answer(wait.get(), errors, response);
            return false;
        }
        if (factor.take(account, Objects.requireNonNullElse(typed, "")).isEmpty()) {
            errors.rejectValue(field, "account.second.wrong");
            return false;
        }
        limits.giveBack(key, settings.secondFactor());
        return true;
    }
}
