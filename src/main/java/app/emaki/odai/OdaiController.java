package app.emaki.odai;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The page of a theme. */
@Controller
@RequestMapping("/odai")
class OdaiController {
    private static final int PAST = 24;

    private final Themes themes;
    private final EntryQuery entries;
    private final Clock clock;

    OdaiController(Themes themes, EntryQuery entries, Clock clock) {
        this.themes = themes;
        this.entries = entries;
        this.clock = clock;
    }

    @GetMapping
    String current(Viewer viewer, @RequestParam(defaultValue = "") String after, Model model) {
        return page(themes.current().orElse(null), viewer, after, model);
    }

    @GetMapping("/{publicId}")
    String one(
            Viewer viewer, @PathVariable String publicId, @RequestParam(defaultValue = "") String after, Model model) {
        return page(
                themes.find(id(publicId))
                        .filter(odai -> !odai.beginsAt().isAfter(clock.instant()))
                        .orElseThrow(OdaiController::unknown),
                viewer,
                after,
                model);
    }

    /** A fourth vote is refused; a form is led back to the page and told so there. */
    @PutMapping("/{publicId}/votes/{video}")
    ResponseEntity<Void> vote(
            Viewer viewer,
            @PathVariable String publicId,
            @PathVariable String video,
            @RequestHeader(name = "X-Fragment", defaultValue = "") String fragment) {
        boolean cast = themes.vote(viewer, id(publicId), id(video));
        return fragment.isEmpty()
                ? back(publicId)
                : ResponseEntity.status(cast ? 204 : 409).build();
    }

    @DeleteMapping("/{publicId}/votes/{video}")
    ResponseEntity<Void> unvote(
            Viewer viewer,
            @PathVariable String publicId,
            @PathVariable String video,
            @RequestHeader(name = "X-Fragment", defaultValue = "") String fragment) {
        themes.unvote(viewer, id(publicId), id(video));
        return fragment.isEmpty() ? back(publicId) : ResponseEntity.noContent().build();
    }

    private String page(@Nullable Odai odai, Viewer viewer, String after, Model model) {
        model.addAttribute("odai", odai);
        model.addAttribute(
                "past",
                themes.newest(PAST).stream()
                        .filter(other -> other.endsAt().isBefore(clock.instant()))
                        .toList());
        model.addAttribute("zone", ZoneId.systemDefault());
        if (odai != null) {
            boolean open = odai.open(clock.instant());
            model.addAttribute("open", open);
            model.addAttribute("left", Themes.VOTES - themes.votes(viewer, odai.id()));
            if (open) {
                model.addAttribute(
                        "entries",
                        entries.blind(odai, viewer.id(), PublicId.parse(after).orElse(null)));
            } else {
                model.addAttribute("best", entries.best(odai, viewer.id()));
            }
        }
        return "odai/page";
    }

    private static ResponseEntity<Void> back(String publicId) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(java.net.URI.create("/odai/" + publicId))
                .build();
    }

    private static UUID id(String publicId) {
        return PublicId.parse(publicId).orElseThrow(OdaiController::unknown);
    }

    private static ResponseStatusException unknown() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
