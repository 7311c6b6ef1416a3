package app.emaki.credit;

import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import app.emaki.model.VideoModels;
import app.emaki.platform.Cursor;
import app.emaki.platform.web.ViewerZone;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the viewer may use, has left and has spent, and all plans from the rows that the checks read. */
@Controller
class PlanController {
    private final Credits credits;
    private final LedgerQuery ledger;
    private final Plans plans;
    private final VideoModels models;
    private final ViewerZone zones;

    PlanController(Credits credits, LedgerQuery ledger, Plans plans, VideoModels models, ViewerZone zones) {
        this.credits = credits;
        this.ledger = ledger;
        this.plans = plans;
        this.models = models;
        this.zones = zones;
    }

    @GetMapping("/plan")
    String page(
            Viewer viewer,
            @RequestParam(required = false) @Nullable String before,
            HttpServletRequest request,
            Model model) {
        var balance = credits.balance(viewer);
        model.addAttribute("balance", balance);
        model.addAttribute("back", balance.resetsAt().atZone(zones.of(request)));
        models.offers().stream()
                .findFirst()
                .ifPresent(offer -> model.addAttribute("clips", credits.clips(viewer, offer)));
        model.addAttribute("plans", plans.all());
        model.addAttribute(
                "lines",
                ledger.lines(
                        viewer.id(),
                        before == null ? null : Cursor.parse(before).orElse(null)));
        return "credit/plan";
    }
}
