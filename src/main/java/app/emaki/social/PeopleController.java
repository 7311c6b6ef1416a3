package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom one has muted and blocked, to think better of it. */
@Controller
class PeopleController {
    private final PeopleQuery people;

    PeopleController(PeopleQuery people) {
        this.people = people;
    }

    @GetMapping("/settings/people")
    String page(
            Viewer viewer,
            @RequestParam(defaultValue = "muted") String list,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        boolean blocked = list.equals("blocked");
        var before = Cursor.parse(after).orElse(null);
        model.addAttribute("blocked", blocked);
        model.addAttribute("people", blocked ? people.blocked(viewer.id(), before) : people.muted(viewer.id(), before));
        return "social/people";
    }
}
