package app.emaki.cameo;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * What somebody sends along with a picture.
 *
 * @param x where the face is in the picture, with {@code y} and {@code size}; null leaves it to be found
 * @param drawn whether a face that may be seen in a character is drawn or made, and nobody real
 */
record MakeForm(
        Kind kind,
        @Nullable String handle,
        @Nullable String name,
        @Nullable Look look,
        @Nullable String description,
        @Nullable Double x,
        @Nullable Double y,
        @Nullable Double size,
        @Nullable UUID challengeId,
        @Nullable String typed,
        @Nullable Boolean drawn,
        @Nullable Boolean consent) {
    private static final Pattern HANDLE = Pattern.compile("[a-z0-9_]{3,20}");
    private static final int LONGEST_DESCRIPTION = 200;

    MakeForm {
        kind = kind == null ? Kind.PERSON : kind;
    }

    static MakeForm empty(Kind kind, String name) {
        return new MakeForm(kind, "", name, null, "", null, null, null, null, "", null, null);
    }

    void checkWho(BindingResult errors) {
        if (nameOrNone().isEmpty() || nameOrNone().length() > Characters.LONGEST_NAME) {
            errors.rejectValue("name", "cameo.name.form", new Object[] {Characters.LONGEST_NAME}, null);
        }
        var wanted = handleOrNone();
        if (wanted != null && !HANDLE.matcher(wanted).matches()) {
            errors.rejectValue("handle", "cameo.handle.form");
        }
        if (look == null || !look.fits(kind)) {
            errors.rejectValue("look", "cameo.look.form");
        }
        if (descriptionOrNone().length() > LONGEST_DESCRIPTION) {
            errors.rejectValue("description", "cameo.description.form", new Object[] {LONGEST_DESCRIPTION}, null);
        }
        checkConsent(errors);
    }

    void checkConsent(BindingResult errors) {
        if (!Boolean.TRUE.equals(consent)) {
            errors.rejectValue("consent", "cameo.consent.form");
        }
    }

    /** Whether somebody may be seen in the picture of a character: people make cameos of their own, and are there for it. */
    boolean shows(Portrait portrait) {
        return kind == Kind.CHARACTER && portrait.finding().faces() > 0 && !Boolean.TRUE.equals(drawn);
    }

    /** The handle of a character; null for a person, who has that of the account. */
    @Nullable
    String handleOrNone() {
        return kind == Kind.PERSON
                ? null
                : Normalizer.normalize(handle == null ? "" : handle, Normalizer.Form.NFKC)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceFirst("^@", "");
    }

    String nameOrNone() {
        return name == null ? "" : name.strip();
    }

    String descriptionOrNone() {
        return description == null ? "" : description.strip();
    }

    Look lookOrFirst() {
        return look == null ? Look.of(kind).getFirst() : look;
    }

    @Nullable
    Framing framing() {
        return Framing.of(x, y, size);
    }
}
