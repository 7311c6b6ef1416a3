package app.emaki.generation;

import app.emaki.credit.LedgerChecks;
import app.emaki.model.Backends;
import app.emaki.model.VideoModels;
import app.emaki.platform.PublicId;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The engine as its admin sees it. */
@Controller
@RequestMapping("/admin/engine")
class EngineController {
    private static final String PAGE = "redirect:/admin/engine";
    private static final Duration LOOKING_BACK = Duration.ofDays(7);

    private final EngineQuery query;
    private final Troubles troubles;
    private final Generations generations;
    private final VideoModels models;
    private final Backends backends;
    private final LedgerChecks ledger;
    private final Clock clock;

    EngineController(
            EngineQuery query,
            Troubles troubles,
            Generations generations,
            VideoModels models,
            Backends backends,
            LedgerChecks ledger,
            Clock clock) {
        this.query = query;
        this.troubles = troubles;
        this.generations = generations;
        this.models = models;
        this.backends = backends;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping
    String page(Model model) {
        var since = clock.instant().minus(LOOKING_BACK);
        var running = query.running();
        var loads = query.loads();
        model.addAttribute(
                "backends",
                models.slots().stream()
                        .map(slots -> new Backend(slots, loads.getOrDefault(slots.backend(), EngineQuery.Load.NONE)))
                        .toList());
        model.addAttribute("troubles", troubles.open());
        model.addAttribute("waiting", query.waiting());
        model.addAttribute("running", running);
        model.addAttribute(
                "stuck", running.stream().filter(EngineQuery.Running::stuck).count());
        model.addAttribute("failures", query.failures(since));
        model.addAttribute("unfinished", query.unfinished(since));
        model.addAttribute("queued", query.queued());
        model.addAttribute("ledger", ledger.last().orElse(null));
        return "generation/engine";
    }

    /** Reads the whole ledger, so not at each look at the page. */
    @PostMapping("/ledger-check")
    String check() {
        ledger.now();
        return PAGE;
    }

    @PutMapping("/backends/{backend}/draining")
    String drain(@PathVariable String backend) {
        models.backend(backend).ifPresent(it -> backends.drain(it.backend(), true));
        return PAGE;
    }

    @DeleteMapping("/backends/{backend}/draining")
    String open(@PathVariable String backend) {
        models.backend(backend).ifPresent(it -> backends.drain(it.backend(), false));
        return PAGE;
    }

    @DeleteMapping("/troubles")
    String seen(@RequestParam Failure failure, @RequestParam String backend) {
        troubles.seen(failure, backend);
        return PAGE;
    }

    @PostMapping("/generations/{publicId}/failure")
    String giveUp(@PathVariable String publicId, RedirectAttributes flash) {
        generations.giveUp(id(publicId));
        flash.addFlashAttribute("toast", "generation.givenUp");
        return PAGE;
    }

    @PostMapping("/generations/{publicId}/next-step")
    String hurry(@PathVariable String publicId, RedirectAttributes flash) {
        generations.hurry(id(publicId));
        flash.addFlashAttribute("toast", "generation.hurried");
        return PAGE;
    }

    @PostMapping("/generations/{publicId}/retry")
    String again(@PathVariable String publicId, RedirectAttributes flash) {
        try {
            generations.again(id(publicId));
            flash.addFlashAttribute("toast", "generation.again.done");
        } catch (GenerationRefused e) {
            flash.addFlashAttribute("toast", "generation.again.refused");
            flash.addFlashAttribute("toastWith", e.reason().name());
        } catch (ImageRefused e) {
            flash.addFlashAttribute("toast", "generation.again.refused");
            flash.addFlashAttribute("toastWith", e.reason().name());
        }
        return PAGE;
    }

    /** A backend with its limit and what it does now. */
    record Backend(VideoModels.Slots slots, EngineQuery.Load load) {}

    private static UUID id(String publicId) {
        return PublicId.parse(publicId).orElseThrow(() -> new NoSuchGeneration(new UUID(0, 0)));
    }
}
