package app.emaki.account;

import app.emaki.policy.ContentPolicy;
import app.emaki.policy.Use;
import java.util.List;
import java.util.UUID;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Holds what somebody typed against the rules of handles, addresses and passwords. */
@Component
class Registration {
    private static final UUID NOBODY = new UUID(0, 0);

    private final AccountRepository accounts;
    private final OldHandles old;
    private final Instances instances;
    private final ContentPolicy policy;

    Registration(AccountRepository accounts, OldHandles old, Instances instances, ContentPolicy policy) {
        this.old = old;
        this.accounts = accounts;
        this.instances = instances;
        this.policy = policy;
    }

    /** Checks the handle that somebody wants in place of theirs. */
    void checkChange(String handle, UUID account, Errors errors) {
        HandleRule.objectionToForm(handle).ifPresent(code -> errors.rejectValue("handle", code));
        if (!errors.hasErrors() && HandleRule.reserved(handle)) {
            errors.rejectValue("handle", "account.handle.reserved");
        }
        if (!errors.hasErrors()
                && (accounts.existsBySkeletonBut(HandleRule.skeleton(handle), account)
                        || old.keptFromOthers(handle, account))) {
            errors.rejectValue("handle", "account.handle.taken");
        }
        if (!errors.hasErrors()) {
            screen(Use.HANDLE, "handle", handle + " " + handle.replace('_', ' '), errors);
        }
    }

    /** Checks the account of a newcomer. */
    void check(NewAccount wish, Errors errors) {
        checkPassword(wish.password(), wish.handle(), wish.email(), errors);
        checkNames(wish.handle(), wish.email(), errors);
    }

    /** Checks the handle and the address of a newcomer. */
    void checkNames(String handle, String email, Errors errors) {
        checkFree(handle, email, errors);
        if (!errors.hasFieldErrors("handle") && HandleRule.reserved(handle)) {
            errors.rejectValue("handle", "account.handle.reserved");
        }
        if (!errors.hasFieldErrors("handle")) {
            // a mark between letters is no way round
            screen(Use.HANDLE, "handle", handle + " " + handle.replace('_', ' '), errors);
        }
    }

    /** Whether what is wrong says that somebody has this address. */
    static boolean tellsOfOthers(Errors errors) {
        return errors.getFieldErrors("email").stream().anyMatch(error -> "account.email.taken".equals(error.getCode()));
    }

    /** Checks the account of whoever sets Emaki up, who alone may be called admin. */
    void checkFirst(NewAccount wish, Errors errors) {
        checkPassword(wish.password(), wish.handle(), wish.email(), errors);
        checkFree(wish.handle(), wish.email(), errors);
    }

    /** Holds a name, or what somebody says of themselves, against the rules on words. */
    void screen(Use use, String field, String text, Errors errors) {
        var verdict = policy.judge(use, text, LocaleContextHolder.getLocale().getLanguage());
        if (verdict.blocks() || verdict.holds()) {
            errors.rejectValue(field, "account.words.refused", new Object[] {verdict.rule()}, null);
        }
    }

    /** Checks a password that stands in the field {@code password}. */
    void checkPassword(String password, String handle, String email, Errors errors) {
        var own = List.of(
                handle, email.replaceFirst("@.*", ""), instances.current().name());
        PasswordRule.objection(password, own).ifPresent(code -> errors.rejectValue("password", code));
    }

    private void checkFree(String handle, String email, Errors errors) {
        HandleRule.objectionToForm(handle).ifPresent(code -> errors.rejectValue("handle", code));
        EmailRule.objection(email).ifPresent(code -> errors.rejectValue("email", code));
        if (!errors.hasFieldErrors("handle")
                && (accounts.existsBySkeleton(HandleRule.skeleton(handle)) || old.keptFromOthers(handle, NOBODY))) {
            errors.rejectValue("handle", "account.handle.taken");
        }
        if (!errors.hasFieldErrors("email") && accounts.existsByEmail(email)) {
            errors.rejectValue("email", "account.email.taken");
        }
    }
}
