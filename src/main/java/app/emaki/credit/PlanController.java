package app.emaki.credit;

import app.emaki.account.Plans;
import app.emaki.account.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the viewer may use and has left, and all plans from the rows that the checks read. */
@Controller
class PlanController {
    private final Credits credits;
    private final Plans plans;

    PlanController(Credits credits, Plans plans) {
        this.credits = credits;
        this.plans = plans;
    }

    @GetMapping("/plan")
    String page(Viewer viewer, Model model) {
        model.addAttribute("balance", credits.balance(viewer));
        model.addAttribute("plans", plans.all());
        return "credit/plan";
    }
}
