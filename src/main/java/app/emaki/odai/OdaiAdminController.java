package app.emaki.odai;

import app.emaki.platform.PublicId;
import app.emaki.video.Caption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Setting themes, this week's and those to come. */
@Controller
@RequestMapping("/admin/odai")
class OdaiAdminController {
    private static final int SHOWN = 50;

    private final Themes themes;
    private final Clock clock;

    OdaiAdminController(Themes themes, Clock clock) {
        this.themes = themes;
        this.clock = clock;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute("themes", themes.newest(SHOWN));
        model.addAttribute("now", clock.instant());
        model.addAttribute("zone", ZoneId.systemDefault());
        model.addAttribute("today", LocalDate.now(clock.withZone(ZoneId.systemDefault())));
        return "odai/admin";
    }

    @PostMapping
    String set(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String tag,
            @RequestParam(defaultValue = "") String begins,
            @RequestParam(defaultValue = "7") int days,
            RedirectAttributes redirect) {
        var name = title.strip();
        var tags = new Caption("#" + tag.strip().replaceFirst("^[#＃]", "")).tags();
        if (name.isEmpty() || name.length() > 80 || words.length() > 500 || tags.size() != 1 || days < 1 || days > 60) {
            redirect.addFlashAttribute("toast", "odai.admin.wrong");
            return "redirect:/admin/odai";
        }
        try {
            var zone = ZoneId.systemDefault();
            var day = LocalDate.parse(begins);
            var now = clock.instant();
            // a theme that begins today begins now
            var start = day.equals(LocalDate.now(clock.withZone(zone)))
                    ? now
                    : day.atStartOfDay(zone).toInstant();
            themes.set(name, words.strip(), tags.iterator().next(), start, start.plus(Duration.ofDays(days)));
            redirect.addFlashAttribute("toast", "odai.admin.set");
        } catch (DateTimeParseException e) {
            redirect.addFlashAttribute("toast", "odai.admin.wrong");
        }
        return "redirect:/admin/odai";
    }

    @DeleteMapping("/{publicId}")
    String remove(@PathVariable String publicId, RedirectAttributes redirect) {
        PublicId.parse(publicId).ifPresent(themes::remove);
        redirect.addFlashAttribute("toast", "odai.admin.removed");
        return "redirect:/admin/odai";
    }
}
