package app.emaki.account;

import app.emaki.platform.AdminAct;
import app.emaki.platform.Cursor;
import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of everybody, for admins: roles, standing, a link for whoever lost their password, and proofs of who is gone. */
@Controller
class AccountsController {
    private static final int LONGEST_REASON = 300;
    private static final String BACK = "redirect:/admin/people";

    private final AccountsQuery query;
    private final Accounts accounts;
    private final Leaving leaving;
    private final OneTimeLinks links;
    private final SecondFactor factor;
    private final ApplicationEventPublisher events;
    private final Site site;

    AccountsController(
            AccountsQuery query,
            Accounts accounts,
            Leaving leaving,
            OneTimeLinks links,
            SecondFactor factor,
            ApplicationEventPublisher events,
            Site site) {
        this.query = query;
        this.accounts = accounts;
        this.leaving = leaving;
        this.links = links;
        this.factor = factor;
        this.events = events;
        this.site = site;
    }

    @GetMapping("/admin/people")
    String show(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        var words = q.strip().replaceFirst("^@", "");
        model.addAttribute("q", words);
        model.addAttribute(
                "people",
                query.find(words, before == null ? null : Cursor.parse(before).orElse(null)));
        model.addAttribute("roles", Role.values());
        model.addAttribute("proofs", leaving.proofs());
        return "account/people";
    }

    @PutMapping("/admin/people/{handle}/role")
    String give(
            Viewer viewer,
            @PathVariable String handle,
            @RequestParam Role role,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes toast) {
        var person = accounts.find(handle).orElseThrow(NoSuchAccount::new);
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            toast.addFlashAttribute("toast", "account.people.why.form");
        } else if (leaving.wouldLeaveNobody(person) && role != Role.ADMIN) {
            toast.addFlashAttribute("toast", "account.close.last");
        } else {
            accounts.give(person.id(), role, viewer.id(), why.strip());
            toast.addFlashAttribute("toast", "account.people.role.given");
        }
        return BACK + "?q=" + person.handle();
    }

    /** Shows a link once, for the admin to hand over; whoever holds it may set a new password within a day. */
    @PostMapping("/admin/people/{handle}/password-link")
    String link(
            Viewer viewer,
            @PathVariable String handle,
            @RequestParam(defaultValue = "") String why,
            HttpServletRequest request,
            Model model) {
        var person = accounts.find(handle).orElseThrow(NoSuchAccount::new);
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            model.addAttribute("toast", "account.people.why.form");
            return show(person.handle(), null, model);
        }
        var token = links.make(person.id(), viewer.id());
        events.publishEvent(new AdminAct(viewer.id(), "account.act.link", person.id(), "", why.strip()));
        model.addAttribute("link", site.address(request) + "/sign-in/password/" + token);
        model.addAttribute("linkFor", person.handle());
        return show(person.handle(), null, model);
    }

    /** For whoever lost their phone and their recovery codes: back to the password alone, once the admin knows that it is them. */
    @DeleteMapping("/admin/people/{handle}/second-factor")
    String endSecondFactor(
            Viewer viewer,
            @PathVariable String handle,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes toast) {
        var person = accounts.find(handle).orElseThrow(NoSuchAccount::new);
        if (why.isBlank() || why.length() > LONGEST_REASON) {
            toast.addFlashAttribute("toast", "account.people.why.form");
        } else {
            factor.end(person.id());
            events.publishEvent(new AdminAct(viewer.id(), "account.act.second", person.id(), "", why.strip()));
            toast.addFlashAttribute("toast", "account.people.second.ended");
        }
        return BACK + "?q=" + person.handle();
    }
}
