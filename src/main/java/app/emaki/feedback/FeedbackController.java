package app.emaki.feedback;

import app.emaki.account.Viewer;
import app.emaki.account.WantedPage;
import app.emaki.platform.Cursor;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The form on which members tell the keepers something, and the page where those read it. */
@Controller
class FeedbackController {
    private static final String FORM = "feedback/form";
    private static final int LONGEST_WORDS = 2000;
    private static final int LONGEST_STATE = 500;
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(10, Duration.ofHours(1));

    private final Feedback feedback;
    private final RateLimits limits;

    FeedbackController(Feedback feedback, RateLimits limits) {
        this.feedback = feedback;
        this.limits = limits;
    }

    @GetMapping("/feedback")
    String form(@RequestParam(defaultValue = "/") String page, Model model) {
        model.addAttribute("form", new FeedbackForm("", ours(page), ""));
        return FORM;
    }

    @PostMapping("/feedback")
    String send(
            Viewer viewer,
            @ModelAttribute("form") FeedbackForm form,
            BindingResult errors,
            HttpServletRequest request,
            RedirectAttributes toast) {
        var words = Objects.requireNonNullElse(form.words(), "").strip();
        if (words.isEmpty() || words.length() > LONGEST_WORDS) {
            errors.rejectValue("words", "feedback.words.form", new Object[] {LONGEST_WORDS}, null);
            return FORM;
        }
        limits.take("feedback:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        var page = ours(Objects.requireNonNullElse(form.page(), "/"));
        var agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        var state = Objects.requireNonNullElse(form.state(), "").replaceAll("[\\p{Cntrl}]", " ") + " " + agent;
        feedback.add(
                viewer,
                words,
                page,
                state.strip().substring(0, Math.min(state.strip().length(), LONGEST_STATE)));
        toast.addFlashAttribute("toast", "feedback.sent");
        return "redirect:" + page;
    }

    @GetMapping("/admin/feedback")
    String show(
            @RequestParam(defaultValue = "false") boolean done,
            @RequestParam(required = false) @Nullable String before,
            Model model) {
        model.addAttribute("done", done);
        model.addAttribute(
                "slips",
                feedback.page(done, before == null ? null : Cursor.parse(before).orElse(null)));
        return "feedback/slips";
    }

    @PutMapping("/admin/feedback/{id}/settlement")
    String settle(Viewer viewer, @PathVariable UUID id, RedirectAttributes toast) {
        feedback.settle(id, viewer, true);
        toast.addFlashAttribute("toast", "feedback.settled");
        return "redirect:/admin/feedback";
    }

    @DeleteMapping("/admin/feedback/{id}/settlement")
    String reopen(Viewer viewer, @PathVariable UUID id, RedirectAttributes toast) {
        feedback.settle(id, viewer, false);
        toast.addFlashAttribute("toast", "feedback.reopened");
        return "redirect:/admin/feedback?done=true";
    }

    private static String ours(String page) {
        return WantedPage.isOurs(page) ? page : "/";
    }

    record FeedbackForm(
            @Nullable String words,
            @Nullable String page,
            @Nullable String state) {}
}
