package app.emaki.api;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.platform.web.OutboundException;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
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

/** The endpoints of somebody, and what they were told. */
@Controller
class WebhooksController {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(60, Duration.ofHours(1));
    private static final String LIST = "redirect:/settings/webhooks";

    private final Webhooks webhooks;
    private final RateLimits limits;

    WebhooksController(Webhooks webhooks, RateLimits limits) {
        this.webhooks = webhooks;
        this.limits = limits;
    }

    @GetMapping("/settings/webhooks")
    String list(Viewer viewer, Model model) {
        model.addAttribute(
                "form", new EndpointForm("", EnumSet.of(WebhookEvent.VIDEO_COMPLETED, WebhookEvent.VIDEO_FAILED)));
        return page(viewer, model);
    }

    @PostMapping("/settings/webhooks")
    String add(
            Viewer viewer,
            @ModelAttribute("form") EndpointForm form,
            BindingResult errors,
            HttpServletResponse response,
            Model model) {
        limit(viewer);
        form.check(errors);
        if (!errors.hasErrors() && webhooks.of(viewer).size() >= Webhooks.MOST) {
            errors.reject("api.webhooks.full", new Object[] {Webhooks.MOST}, null);
        }
        if (!errors.hasErrors()) {
            try {
                show(webhooks.add(viewer, new URI(form.trimmed()), form.chosen()), response, model);
                model.addAttribute("form", new EndpointForm("", form.chosen()));
            } catch (URISyntaxException e) {
                errors.rejectValue("url", "api.webhooks.url.NOT_HTTPS");
            } catch (OutboundException e) {
                errors.rejectValue("url", "api.webhooks.url." + e.reason());
            }
        }
        return page(viewer, model);
    }

    @GetMapping("/settings/webhooks/{id}")
    String log(Viewer viewer, @PathVariable UUID id, @RequestParam(defaultValue = "") String before, Model model) {
        return logPage(viewer, id, before, model);
    }

    @DeleteMapping("/settings/webhooks/{id}")
    String remove(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        webhooks.remove(viewer, id);
        redirect.addFlashAttribute("toast", "api.webhooks.removed");
        return LIST;
    }

    @PutMapping("/settings/webhooks/{id}/rest")
    String rest(Viewer viewer, @PathVariable UUID id) {
        webhooks.activate(viewer, id, false);
        return LIST + "/" + id;
    }

    @DeleteMapping("/settings/webhooks/{id}/rest")
    String wake(Viewer viewer, @PathVariable UUID id) {
        webhooks.activate(viewer, id, true);
        return LIST + "/" + id;
    }

    @PostMapping("/settings/webhooks/{id}/secret")
    String renew(Viewer viewer, @PathVariable UUID id, HttpServletResponse response, Model model) {
        limit(viewer);
        show(webhooks.renew(viewer, id), response, model);
        return logPage(viewer, id, "", model);
    }

    @PostMapping("/settings/webhooks/{id}/test")
    String test(Viewer viewer, @PathVariable UUID id, RedirectAttributes redirect) {
        limit(viewer);
        webhooks.test(viewer, id);
        redirect.addFlashAttribute("toast", "api.webhooks.tested");
        return LIST + "/" + id;
    }

    @PostMapping("/settings/webhooks/{id}/deliveries/{delivery}")
    String redeliver(Viewer viewer, @PathVariable UUID id, @PathVariable UUID delivery, RedirectAttributes redirect) {
        limit(viewer);
        webhooks.redeliver(viewer, id, delivery);
        redirect.addFlashAttribute("toast", "api.webhooks.again");
        return LIST + "/" + id;
    }

    @PutMapping("/admin/webhooks/private")
    String allowPrivate() {
        webhooks.allowPrivate(true);
        return LIST;
    }

    @DeleteMapping("/admin/webhooks/private")
    String forbidPrivate() {
        webhooks.allowPrivate(false);
        return LIST;
    }

    private String page(Viewer viewer, Model model) {
        model.addAttribute("endpoints", webhooks.of(viewer));
        model.addAttribute("events", WebhookEvent.choices(viewer.administers()));
        model.addAttribute("privateAllowed", webhooks.privateAllowed());
        return "api/webhooks";
    }

    private String logPage(Viewer viewer, UUID id, String before, Model model) {
        model.addAttribute("endpoint", webhooks.find(viewer, id));
        model.addAttribute("log", webhooks.log(viewer, id, Cursor.parse(before).orElse(null)));
        return "api/webhook";
    }

    private static void show(WebhookSecret secret, HttpServletResponse response, Model model) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        model.addAttribute("secret", secret.value());
    }

    private void limit(Viewer viewer) {
        limits.take("webhook:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
    }

    /** An endpoint as it is asked for. */
    record EndpointForm(@Nullable String url, @Nullable Set<WebhookEvent> events) {
        private static final int LONGEST = 2000;

        void check(BindingResult errors) {
            if (trimmed().isEmpty() || trimmed().length() > LONGEST) {
                errors.rejectValue("url", "api.webhooks.url.NOT_HTTPS");
            }
            if (chosen().isEmpty()) {
                errors.rejectValue("events", "api.webhooks.events.none");
            }
        }

        String trimmed() {
            return url == null ? "" : url.strip();
        }

        public Set<WebhookEvent> chosen() {
            return events == null ? Set.of() : events;
        }
    }
}
