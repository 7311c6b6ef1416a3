package app.emaki.invite;

import app.emaki.account.Accounts;
import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The admin's page: codes for an occasion, how hard they are to guess, and who brought whom. */
@Controller
class IssuedInvitesController {
    private static final String PAGE = "invite/issued";
    private static final int GENERATIONS = 4;

    private final Invites invites;
    private final IssuedCodes codes;
    private final InviteQuery query;
    private final InviteRules rules;
    private final InviteSettings settings;
    private final Patience patience;
    private final Accounts accounts;
    private final Clock clock;

    IssuedInvitesController(
            Invites invites,
            IssuedCodes codes,
            InviteQuery query,
            InviteRules rules,
            InviteSettings settings,
            Patience patience,
            Accounts accounts,
            Clock clock) {
        this.invites = invites;
        this.codes = codes;
        this.query = query;
        this.rules = rules;
        this.settings = settings;
        this.patience = patience;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping("/admin/invites")
    String show(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable String from,
            Model model) {
        model.addAttribute("form", new IssueForm("", Invite.FOUR, null, null, null));
        return page(viewer, before, from, model);
    }

    @PostMapping("/admin/invites")
    String issue(
            Viewer viewer,
            @ModelAttribute("form") IssueForm form,
            BindingResult errors,
            Model model,
            RedirectAttributes toast) {
        for (var limit : codes.beyond(form.wish())) {
            if (!errors.hasFieldErrors(limit.field())) {
                errors.rejectValue(
                        limit.field(), "invite.issue." + limit.field() + ".form", new Object[] {limit.most()}, null);
            }
        }
        if (errors.hasErrors()) {
            return page(viewer, null, null, model);
        }
        toast.addFlashAttribute("toast", "invite.issued.done");
        toast.addFlashAttribute("toastWith", codes.issue(viewer, form.wish()).code());
        return "redirect:/admin/invites";
    }

    @PutMapping("/admin/invites/{id}/closure")
    String revoke(@PathVariable UUID id, RedirectAttributes toast) {
        invites.revoke(id);
        toast.addFlashAttribute("toast", "invite.revoked");
        return "redirect:/admin/invites";
    }

    /** The branch of a suspended account was looked at; whatever follows is decided for each person by themselves. */
    @PutMapping("/admin/invites/branches/{handle}")
    String lookedAt(Viewer viewer, @PathVariable String handle, RedirectAttributes toast) {
        query.lookedAtBranch(handle, viewer.id(), clock.instant());
        toast.addFlashAttribute("toast", "invite.branch.done");
        return "redirect:/admin/invites";
    }

    @PutMapping("/admin/invites/rules")
    String change(
            @RequestParam(defaultValue = "6") int length,
            @RequestParam(defaultValue = "0") int dailyCap,
            RedirectAttributes toast) {
        rules.change(length, dailyCap);
        toast.addFlashAttribute("toast", "invite.rules.done");
        return "redirect:/admin/invites";
    }

    private String page(Viewer viewer, @Nullable String before, @Nullable String from, Model model) {
        var now = clock.instant();
        var live = query.liveByLength(now);
        var odds = GuessOdds.best(live, settings.instance(), rules.length());
        long such = live.getOrDefault(odds.length(), 0L);
        var root = from == null ? viewer : accounts.find(from).orElseThrow(NoSuchInvite::new);
        model.addAttribute(
                "issued",
                query.issued(before == null ? null : Cursor.parse(before).orElse(null)));
        model.addAttribute("plans", Plan.values());
        model.addAttribute("alarm", patience.alarm());
        model.addAttribute("branches", query.branchesToLookAt());
        model.addAttribute("now", now);
        model.addAttribute("mostSeats", settings.mostSeats());
        model.addAttribute("rules", rules);
        model.addAttribute(
                "live", live.values().stream().mapToLong(Long::longValue).sum());
        model.addAttribute("such", such);
        model.addAttribute("length", odds.length());
        model.addAttribute("enoughFor", odds.enoughFor());
        model.addAttribute("years", (long) Math.min(1_000_000, odds.years(Math.max(1, such))));
        model.addAttribute("guesses", Math.round(odds.guessesADay()));
        model.addAttribute("root", root);
        model.addAttribute("tree", query.branch(root.id(), GENERATIONS));
        return PAGE;
    }

    record IssueForm(
            @Nullable String note,
            @Nullable Integer seats,
            @Nullable Integer days,
            @Nullable Integer credits,
            @Nullable Plan plan) {

        IssuedCodes.Wish wish() {
            return new IssuedCodes.Wish(
                    seats == null ? 0 : seats,
                    note == null ? "" : note.strip(),
                    days,
                    credits == null ? 0 : credits,
                    plan);
        }
    }
}
