package app.emaki.account;

import app.emaki.policy.Use;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What somebody decides about themselves: how they are called, and what they say of themselves. */
@Controller
class SettingsController {
    private static final String PAGE = "account/settings";

    private final Accounts accounts;
    private final Registration registration;
    private final EmailAddresses addresses;

    SettingsController(Accounts accounts, Registration registration, EmailAddresses addresses) {
        this.addresses = addresses;
        this.accounts = accounts;
        this.registration = registration;
    }

    @GetMapping("/settings")
    String show(Viewer viewer, Model model) {
        return page(viewer, model);
    }

    @PutMapping("/settings/profile")
    String describe(
            Viewer viewer,
            @ModelAttribute("profile") ProfileForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes toast) {
        form.check(errors);
        registration.screen(Use.NAME, "displayName", form.trimmedName(), errors);
        registration.screen(Use.NAME, "about", form.trimmedAbout(), errors);
        if (errors.hasErrors()) {
            return page(viewer, model);
        }
        accounts.describe(viewer.id(), form.trimmedName(), form.trimmedAbout());
        return kept(toast, "account.settings.kept");
    }

    @PutMapping("/settings/handle")
    String rename(
            Viewer viewer,
            @ModelAttribute("name") HandleForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes toast) {
        var handle = HandleRule.normalise(form.handle() == null ? "" : form.handle());
        registration.checkChange(handle, viewer.id(), errors);
        try {
            if (!errors.hasErrors() && !accounts.rename(viewer.id(), handle)) {
                errors.rejectValue("handle", "account.handle.soon");
            }
        } catch (DataIntegrityViolationException e) {
            // somebody took it between the look and the leap
            errors.rejectValue("handle", "account.handle.taken");
        }
        return errors.hasErrors() ? page(viewer, model) : kept(toast, "account.handle.changed");
    }

    private String page(Viewer viewer, Model model) {
        if (!model.containsAttribute("profile")) {
            model.addAttribute("profile", new ProfileForm(viewer.displayName(), accounts.about(viewer.id())));
        }
        if (!model.containsAttribute("name")) {
            model.addAttribute("name", new HandleForm(viewer.handle()));
        }
        model.addAttribute("email", accounts.email(viewer.id()));
        model.addAttribute("verified", addresses.verified(viewer.id()));
        return PAGE;
    }

    private static String kept(RedirectAttributes toast, String words) {
        toast.addFlashAttribute("toast", words);
        return "redirect:/settings";
    }

    record HandleForm(@Nullable String handle) {}

    record ProfileForm(
            @Nullable String displayName, @Nullable String about) {
        private static final int LONGEST_NAME = 40;
        private static final int LONGEST_ABOUT = 300;

        String trimmedName() {
            return displayName == null ? "" : displayName.strip();
        }

        String trimmedAbout() {
            return about == null ? "" : about.strip();
        }

        void check(BindingResult errors) {
            if (trimmedName().isEmpty() || trimmedName().length() > LONGEST_NAME) {
                errors.rejectValue("displayName", "account.displayName.form");
            }
            if (trimmedAbout().length() > LONGEST_ABOUT) {
                errors.rejectValue("about", "account.about.form");
            }
        }
    }
}
