package app.emaki.account;

import app.emaki.account.Instance.Kind;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** What an admin says about the place, at the set-up and later. */
record InstanceForm(
        @Nullable String name,
        @Nullable String language,
        @Nullable Kind kind) {
    private static final int LONGEST_NAME = 40;

    static InstanceForm of(Instance instance) {
        return new InstanceForm(instance.name(), instance.language(), instance.kind());
    }

    /** Checks the fields, which carry the same names in every form that has them. */
    void check(Errors errors) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            errors.rejectValue("name", "account.setup.name.form");
        }
        if (!"ja".equals(language) && !"en".equals(language)) {
            errors.rejectValue("language", "account.setup.language.form");
        }
        if (kind == null && !errors.hasFieldErrors("kind")) {
            errors.rejectValue("kind", "account.setup.kind.form");
        }
    }

    /** The instance, once {@link #check} found nothing. */
    Instance instance() {
        return new Instance(
                Objects.requireNonNull(name).strip(), Objects.requireNonNull(language), Objects.requireNonNull(kind));
    }
}
