package app.emaki.notification;

import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.notification.Choices.Choice;
import app.emaki.notification.Choices.Quiet;
import app.emaki.platform.Mailbox;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which notices reach somebody, by which ways, and when. */
@Controller
@RequestMapping("/settings/notifications")
class ChoicesController {
    private final Choices choices;
    private final Pushes pushes;
    private final Vapid vapid;
    private final Mailbox letters;
    private final Accounts accounts;

    ChoicesController(Choices choices, Pushes pushes, Vapid vapid, Mailbox letters, Accounts accounts) {
        this.choices = choices;
        this.pushes = pushes;
        this.vapid = vapid;
        this.letters = letters;
        this.accounts = accounts;
    }

    @GetMapping
    String page(Viewer viewer, Model model) {
        var shown = choices.of(viewer.id());
        shown.keySet().removeIf(kind -> !concerns(kind, viewer));
        model.addAttribute("choices", shown);
        model.addAttribute("quiet", choices.quiet(viewer.id()).orElse(null));
        model.addAttribute("zone", ZoneId.systemDefault().getId());
        model.addAttribute("mail", letters.open());
        // letters wait until the address is proven
        model.addAttribute("reached", accounts.address(viewer.id()).isPresent());
        model.addAttribute("browsers", pushes.count(viewer.id()));
        model.addAttribute("vapid", vapid.publicKey());
        return "notification/choices";
    }

    @PutMapping
    String choose(Viewer viewer, HttpServletRequest request, RedirectAttributes redirect) {
        for (var kind : Kind.values()) {
            if (!concerns(kind, viewer)) {
                continue;
            }
            var before = choices.of(viewer.id(), kind);
            choices.choose(
                    viewer.id(),
                    kind,
                    new Choice(
                            request.getParameter("app-" + kind) != null,
                            request.getParameter("push-" + kind) != null,
                            letters.open() ? request.getParameter("mail-" + kind) != null : before.mail()));
        }
        return kept(redirect);
    }

    private static boolean concerns(Kind kind, Viewer viewer) {
        return !kind.forAdmins() || viewer.administers();
    }

    @PutMapping("/quiet")
    String keepQuiet(
            Viewer viewer,
            @RequestParam(defaultValue = "") String begins,
            @RequestParam(defaultValue = "") String ends,
            @RequestParam(defaultValue = "") String zone,
            RedirectAttributes redirect) {
        try {
            var hours = new Quiet(
                    LocalTime.parse(begins),
                    LocalTime.parse(ends),
                    ZoneId.of(zone).getId());
            choices.keepQuiet(viewer.id(), hours.begins().equals(hours.ends()) ? null : hours);
            return kept(redirect);
        } catch (DateTimeParseException e) {
            choices.keepQuiet(viewer.id(), null);
            return kept(redirect);
        } catch (DateTimeException e) {
            redirect.addFlashAttribute("toast", "notification.quiet.zone.unknown");
            return "redirect:/settings/notifications";
        }
    }

    /** A browser lets us write to it; its script tells the address and the keys. */
    @PostMapping("/push")
    ResponseEntity<Void> subscribe(
            Viewer viewer, @RequestParam String endpoint, @RequestParam String key, @RequestParam String secret) {
        return pushes.subscribe(viewer.id(), endpoint, key, secret)
                ? ResponseEntity.noContent().build()
                : ResponseEntity.unprocessableContent().build();
    }

    /** One browser, or all of them. */
    @DeleteMapping("/push")
    String unsubscribe(
            Viewer viewer, @RequestParam(required = false) @Nullable String endpoint, RedirectAttributes redirect) {
        if (endpoint == null) {
            pushes.forgetAll(viewer.id());
        } else {
            pushes.forget(viewer.id(), endpoint);
        }
        return kept(redirect);
    }

    private static String kept(RedirectAttributes redirect) {
        redirect.addFlashAttribute("toast", "account.settings.kept");
        return "redirect:/settings/notifications";
    }
}
