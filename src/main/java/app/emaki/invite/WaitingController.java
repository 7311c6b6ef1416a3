package app.emaki.invite;

import app.emaki.account.EmailRule;
import app.emaki.account.TooManyTries;
import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.Mailbox;
import app.emaki.platform.RateLimits;
import app.emaki.platform.web.RemoteNetwork;
import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The waiting list: a form for those without a code, and the page from which an admin invites them. */
@Controller
class WaitingController {
    private static final String FORM = "invite/waiting";
    private static final int LONGEST_WORDS = 300;

    private final WaitingList list;
    private final InviteSettings settings;
    private final RateLimits limits;
    private final Mailbox mailbox;
    private final Site site;

    WaitingController(WaitingList list, InviteSettings settings, RateLimits limits, Mailbox mailbox, Site site) {
        this.list = list;
        this.settings = settings;
        this.limits = limits;
        this.mailbox = mailbox;
        this.site = site;
    }

    @GetMapping("/waiting")
    String form(@ModelAttribute("form") WaitingForm form) {
        return FORM;
    }

    @PostMapping("/waiting")
    String join(
            @ModelAttribute("form") WaitingForm form,
            BindingResult errors,
            Locale locale,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var email = EmailRule.normalise(Objects.requireNonNullElse(form.email(), ""));
        var words = Objects.requireNonNullElse(form.words(), "").strip();
        EmailRule.objection(email).ifPresent(code -> errors.rejectValue("email", code));
        if (words.length() > LONGEST_WORDS) {
            errors.rejectValue("words", "invite.waiting.words.form");
        }
        if (errors.hasErrors()) {
            return FORM;
        }
        var tries = new LinkedHashMap<String, RateLimits.Limit>();
        tries.put("waiting:" + RemoteNetwork.of(request), settings.waiting());
        tries.put("waiting", settings.waitingInstance());
        var wait = limits.take(tries);
        if (wait.isPresent()) {
            TooManyTries.answer(wait.get(), errors, response);
            return FORM;
        }
        list.join(email, words, locale.getLanguage());
        model.addAttribute("done", true);
        return FORM;
    }

    @GetMapping("/admin/waiting")
    String show(@RequestParam(required = false) @Nullable String before, Model model) {
        model.addAttribute(
                "waiting",
                list.waiting(before == null ? null : Cursor.parse(before).orElse(null)));
        model.addAttribute("count", list.count());
        model.addAttribute("invited", list.invited());
        model.addAttribute("mail", mailbox.open());
        return "invite/waiting-list";
    }

    @PostMapping("/admin/waiting/{id}/invitation")
    String invite(Viewer viewer, @PathVariable UUID id, RedirectAttributes toast) {
        list.invite(viewer, id, site.addressForLetters()).ifPresent(invited -> {
            toast.addFlashAttribute("toast", mailbox.open() ? "invite.waiting.sent" : "invite.waiting.made");
            toast.addFlashAttribute("toastWith", mailbox.open() ? invited.email() : invited.code());
        });
        return "redirect:/admin/waiting";
    }

    @DeleteMapping("/admin/waiting/{id}")
    String remove(@PathVariable UUID id, RedirectAttributes toast) {
        list.remove(id);
        toast.addFlashAttribute("toast", "invite.waiting.removed");
        return "redirect:/admin/waiting";
    }

    record WaitingForm(@Nullable String email, @Nullable String words) {}
}
