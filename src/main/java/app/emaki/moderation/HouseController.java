package app.emaki.moderation;

import app.emaki.account.Viewer;
import app.emaki.moderation.House.Review;
import app.emaki.platform.AdminAct;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where an admin rules how the house is moderated. */
@Controller
@RequestMapping("/admin/house")
class HouseController {
    private final House house;
    private final ApplicationEventPublisher events;

    HouseController(House house, ApplicationEventPublisher events) {
        this.house = house;
        this.events = events;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("review", house.review());
        model.addAttribute("reviews", Review.values());
        model.addAttribute("faces", house.facesWait());
        model.addAttribute("two", house.twoForABan());
        model.addAttribute("open", house.openNumbers());
        return "moderation/house";
    }

    @PutMapping
    @Transactional
    public String change(
            Viewer viewer,
            @RequestParam Review review,
            @RequestParam(defaultValue = "false") boolean faces,
            @RequestParam(defaultValue = "false") boolean two,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "") String why,
            RedirectAttributes flash) {
        house.change(review, faces, two, open);
        events.publishEvent(new AdminAct(
                viewer.id(),
                "moderation.act.house",
                "review " + review + ", faces " + faces + ", two " + two + ", open " + open,
                why.length() > 300 ? why.substring(0, 300) : why.strip()));
        flash.addFlashAttribute("toast", "moderation.house.kept");
        return "redirect:/admin/house";
    }
}
