package app.emaki.credit;

import app.emaki.account.Accounts;
import app.emaki.account.Plan;
import app.emaki.account.PlanLimits;
import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.Errors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The admin's pages about plans: what each allows, who has which, and credits given for a reason. */
@Controller
@RequestMapping("/admin/plans")
class PlansController {
    private final Plans plans;
    private final Accounts accounts;
    private final Credits credits;
    private final LedgerQuery ledger;

    PlansController(Plans plans, Accounts accounts, Credits credits, LedgerQuery ledger) {
        this.plans = plans;
        this.accounts = accounts;
        this.credits = credits;
        this.ledger = ledger;
    }

    @ModelAttribute("lines")
    List<Integer> lines() {
        return LimitsForm.LINES;
    }

    @GetMapping
    String page(@RequestParam(required = false) @Nullable String handle, Model model) {
        if (handle != null && !handle.isBlank()) {
            var name = handle.strip().replaceFirst("^@", "");
            if (accounts.find(name).isPresent()) {
                return "redirect:/admin/plans/accounts/" + name.toLowerCase(Locale.ROOT);
            }
            model.addAttribute("unknown", name);
        }
        model.addAttribute("plans", plans.all());
        return "credit/plans";
    }

    @GetMapping("/{plan}")
    String form(@PathVariable Plan plan, Model model) {
        model.addAttribute("plan", plan);
        model.addAttribute("form", LimitsForm.of(plans.limits(plan)));
        return "credit/limits";
    }

    @PutMapping("/{plan}")
    String change(
            @PathVariable Plan plan,
            @ModelAttribute("form") LimitsForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        form.check(errors);
        if (errors.hasErrors()) {
            model.addAttribute("plan", plan);
            return "credit/limits";
        }
        plans.change(form.limits(plan), viewer.id());
        flash.addFlashAttribute("toast", "credit.limits.kept");
        return "redirect:/admin/plans";
    }

    @GetMapping("/accounts/{handle}")
    String account(@PathVariable String handle, @RequestParam(required = false) @Nullable String before, Model model) {
        model.addAttribute("grant", new GrantForm(null, null));
        return account(find(handle), before, model);
    }

    @PutMapping("/accounts/{handle}/plan")
    String assign(@PathVariable String handle, @RequestParam Plan plan, Viewer viewer, RedirectAttributes flash) {
        var holder = find(handle);
        accounts.assign(holder.id(), plan, viewer.id());
        flash.addFlashAttribute("toast", "credit.assigned");
        return "redirect:/admin/plans/accounts/" + holder.handle();
    }

    @PostMapping("/accounts/{handle}/grants")
    String grant(
            @PathVariable String handle,
            @ModelAttribute("grant") GrantForm form,
            BindingResult errors,
            Viewer viewer,
            Model model,
            RedirectAttributes flash) {
        var holder = find(handle);
        form.check(errors);
        if (errors.hasErrors()) {
            return account(holder, null, model);
        }
        credits.grant(holder.id(), form.amount(), form.why(), viewer.id());
        flash.addFlashAttribute("toast", "credit.granted");
        return "redirect:/admin/plans/accounts/" + holder.handle();
    }

    private String account(Viewer holder, @Nullable String before, Model model) {
        model.addAttribute("holder", holder);
        model.addAttribute("plans", Plan.values());
        model.addAttribute("balance", credits.balance(holder));
        model.addAttribute(
                "entries",
                ledger.lines(
                        holder.id(),
                        before == null ? null : Cursor.parse(before).orElse(null)));
        return "credit/account";
    }

    private Viewer find(String handle) {
        return accounts.find(handle).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** What a plan allows, as an admin types it. */
    record LimitsForm(
            @Nullable String maxSeconds,
            @Nullable String maxLines,
            @Nullable String concurrent,
            @Nullable String credits,
            @Nullable Boolean daily,
            @Nullable String weight,
            @Nullable Boolean cleanDownload,
            @Nullable String together) {
        static final List<Integer> LINES = List.of(480, 720, 1080);
        private static final int MOST_SECONDS = 60;
        private static final int MOST_CONCURRENT = 50;
        private static final int MOST_TOGETHER = 1000;
        private static final int MOST_CREDITS = 1_000_000;
        /** A place in line is a thousand over the weight. */
        private static final int MOST_WEIGHT = 100;

        static LimitsForm of(PlanLimits limits) {
            return new LimitsForm(
                    String.valueOf(limits.maxSeconds()),
                    String.valueOf(limits.maxLines()),
                    String.valueOf(limits.concurrent()),
                    String.valueOf(limits.credits()),
                    limits.daily(),
                    String.valueOf(limits.weight()),
                    limits.cleanDownload(),
                    limits.together() == null ? "" : String.valueOf(limits.together()));
        }

        void check(Errors errors) {
            within(errors, "maxSeconds", maxSeconds, 1, MOST_SECONDS);
            within(errors, "concurrent", concurrent, 1, MOST_CONCURRENT);
            within(errors, "credits", credits, 0, MOST_CREDITS);
            within(errors, "weight", weight, 1, MOST_WEIGHT);
            if (limited()) {
                within(errors, "together", together, 1, MOST_TOGETHER);
            }
            if (!LINES.contains(number(maxLines))) {
                errors.rejectValue("maxLines", "credit.limits.lines.form");
            }
        }

        /** The limits, once {@link #check} found nothing. */
        PlanLimits limits(Plan plan) {
            return new PlanLimits(
                    plan,
                    number(maxSeconds),
                    number(maxLines),
                    number(concurrent),
                    number(credits),
                    ticked(daily),
                    number(weight),
                    ticked(cleanDownload),
                    limited() ? Integer.valueOf(number(together)) : null);
        }

        private boolean limited() {
            return together != null && !together.isBlank();
        }

        /** A box that is not ticked is not sent. */
        private static boolean ticked(@Nullable Boolean box) {
            return Boolean.TRUE.equals(box);
        }
    }

    /** Credits for somebody, and why. */
    record GrantForm(@Nullable String credits, @Nullable String reason) {
        int amount() {
            return number(credits);
        }

        String why() {
            return reason == null ? "" : reason.strip();
        }

        void check(Errors errors) {
            within(errors, "credits", credits, 1, Credits.MOST_GRANTED);
            if (why().isEmpty() || why().length() > Credits.LONGEST_REASON) {
                errors.rejectValue("reason", "credit.grant.reason.form", new Object[] {Credits.LONGEST_REASON}, null);
            }
        }
    }

    private static void within(Errors errors, String field, @Nullable String typed, int least, int most) {
        int value = number(typed);
        if (value < least || value > most) {
            errors.rejectValue(field, "credit.limits.form", new Object[] {least, most}, null);
        }
    }

    /** The number that was typed; less than any limit allows for what is none. */
    private static int number(@Nullable String typed) {
        return typed != null && typed.strip().matches("\\d{1,9}") ? Integer.parseInt(typed.strip()) : -1;
    }
}
