package app.emaki.feed;

import app.emaki.platform.Settings;
import app.emaki.video.Ranking;
import app.emaki.video.Rankings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the keeper of the place decides about the feed: how For you is ordered, and what is said about advertising. */
@Controller
@RequestMapping("/admin/feed")
class FeedAdminController {
    private static final String WORDING = "video.commercial";

    private final Rankings rankings;
    private final Settings settings;

    FeedAdminController(Rankings rankings, Settings settings) {
        this.rankings = rankings;
        this.settings = settings;
    }

    @GetMapping
    String page(Model model) {
        model.addAttribute(
                "form",
                RankingForm.of(rankings.current(), settings.find(WORDING).orElse("")));
        return "feed/admin";
    }

    @PutMapping
    String change(@Valid @ModelAttribute("form") RankingForm form, BindingResult errors, RedirectAttributes redirect) {
        if (errors.hasErrors()) {
            return "feed/admin";
        }
        rankings.change(form.ranking());
        settings.put(WORDING, form.wording() == null ? "" : form.wording().strip());
        redirect.addFlashAttribute("toast", "feed.admin.kept");
        return "redirect:/admin/feed";
    }

    /** As a new instance has it. */
    @DeleteMapping
    String reset(RedirectAttributes redirect) {
        rankings.change(Ranking.USUAL);
        redirect.addFlashAttribute("toast", "feed.admin.kept");
        return "redirect:/admin/feed";
    }

    record RankingForm(
            @NotNull @Min(0) @Max(336) Double applause,
            @NotNull @Min(0) @Max(336) Double love,
            @NotNull @Min(0) @Max(336) Double watched,
            @NotNull @Min(0) @Max(336) Double followed,
            @NotNull @Min(0) @Max(336) Double wanted,
            @NotNull @Min(0) @Max(336) Double variety,
            @NotNull @Min(0) @Max(336) Double less,

            @Size(max = 300, message = "{feed.admin.wording.long}") @Nullable
            String wording) {

        static RankingForm of(Ranking now, String wording) {
            return new RankingForm(
                    now.applause(),
                    now.love(),
                    now.watched(),
                    now.followed(),
                    now.wanted(),
                    now.variety(),
                    now.less(),
                    wording);
        }

        Ranking ranking() {
            return new Ranking(applause, love, watched, followed, wanted, variety, less);
        }
    }
}
