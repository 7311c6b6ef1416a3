package app.emaki.feed;

import app.emaki.account.Viewer;
import app.emaki.feed.LineageQuery.After;
import app.emaki.platform.PublicId;
import app.emaki.video.BranchSettings;
import app.emaki.video.Branches;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.VideoCard;
import app.emaki.video.WordDiff;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The family of a film as a picture scroll, what changed from one film to the next, and a branch played as one sequence. */
@Controller
@RequestMapping("/v/{publicId}")
class LineageController {
    private final LineageQuery lineages;
    private final WatchQuery videos;
    private final Branches branches;
    private final BranchSettings settings;

    LineageController(LineageQuery lineages, WatchQuery videos, Branches branches, BranchSettings settings) {
        this.lineages = lineages;
        this.videos = videos;
        this.branches = branches;
        this.settings = settings;
    }

    @GetMapping("/lineage")
    String scroll(
            @Nullable Viewer viewer,
            @PathVariable String publicId,
            @RequestParam(defaultValue = "") String after,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model) {
        var place = After.parse(after).orElse(null);
        var lineage = lineages.find(id(publicId), who(viewer), LineageQuery.PAGE, place)
                .orElseThrow(NoSuchVideo::new);
        model.addAttribute("lineage", lineage);
        return fragment == null ? "feed/lineage" : "feed/keifu :: rest";
    }

    /** Both films side by side, and every word that changed. */
    @GetMapping("/change")
    String change(
            @Nullable Viewer viewer,
            @PathVariable String publicId,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Model model) {
        var line = lineages.line(id(publicId), who(viewer), 2);
        if (line.size() < 2) {
            throw new NoSuchVideo();
        }
        var before = line.getFirst();
        var after = line.getLast();
        model.addAttribute("before", before);
        model.addAttribute("after", after);
        model.addAttribute("runs", runs(before, after));
        videos.find(publicId, who(viewer)).ifPresent(watch -> model.addAttribute("watch", watch));
        if (before.seen()) {
            videos.find(before.publicId(), who(viewer)).ifPresent(watch -> model.addAttribute("source", watch));
        }
        return fragment == null ? "feed/change" : "feed/beside :: pair";
    }

    /** From the oldest film of the line to this one, in one go. */
    @GetMapping("/branch")
    String branch(
            @Nullable Viewer viewer,
            @PathVariable String publicId,
            @RequestHeader(value = "X-Fragment", required = false) @Nullable String fragment,
            Locale locale,
            Model model) {
        var line = lineages.line(id(publicId), who(viewer), settings.films());
        if (line.isEmpty()) {
            throw new NoSuchVideo();
        }
        model.addAttribute("line", line);
        model.addAttribute("leaf", line.getLast());
        model.addAttribute("seen", line.stream().filter(LineageNode::seen).toList());
        model.addAttribute("played", Set.of());
        branches.find(viewer, id(publicId)).ifPresent(branch -> {
            model.addAttribute("branch", branch);
            // a film that the next one begins with is not played twice
            model.addAttribute(
                    "played", branch.films().stream().map(VideoCard::id).collect(Collectors.toSet()));
            branches.film(branch, locale).ifPresent(film -> model.addAttribute("bound", film));
        });
        return fragment == null ? "feed/branch" : "feed/bound :: bound";
    }

    private static List<WordDiff.Run> runs(LineageNode before, LineageNode after) {
        var words = after.prompt();
        if (words == null) {
            return List.of();
        }
        var source = before.prompt();
        return source == null || after.extended()
                ? List.of(new WordDiff.Run(WordDiff.Kind.SAME, words))
                : WordDiff.of(source, words);
    }

    private static UUID id(String publicId) {
        return PublicId.parse(publicId).orElseThrow(NoSuchVideo::new);
    }

    private static @Nullable UUID who(@Nullable Viewer viewer) {
        return viewer == null ? null : viewer.id();
    }
}
