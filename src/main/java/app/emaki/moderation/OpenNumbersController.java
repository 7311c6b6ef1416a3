package app.emaki.moderation;

import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

/** How much is reported and decided, and how fast, for everybody to see; only where the house wants it. */
@Controller
class OpenNumbersController {
    private final House house;
    private final OpenNumbers numbers;
    private final Clock clock;

    OpenNumbersController(House house, OpenNumbers numbers, Clock clock) {
        this.house = house;
        this.numbers = numbers;
        this.clock = clock;
    }

    @GetMapping("/transparency")
    String show(Model model) {
        if (!house.openNumbers()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("months", numbers.months(clock.instant()));
        model.addAttribute("byRule", numbers.byRule(clock.instant()));
        return "moderation/transparency";
    }
}
