package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.PublicId;
import app.emaki.studio.prompt.Part;
import app.emaki.studio.prompt.PromptLanguage;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** All that somebody has made, posted or not. */
@Controller
@RequestMapping("/library")
class LibraryController {
    private final LibraryQuery library;
    private final Videos videos;
    private final Shelves shelves;
    private final Phrasebook phrasebook;
    private final Wording wording;

    LibraryController(LibraryQuery library, Videos videos, Shelves shelves, Phrasebook phrasebook, Wording wording) {
        this.library = library;
        this.videos = videos;
        this.shelves = shelves;
        this.phrasebook = phrasebook;
        this.wording = wording;
    }

    @GetMapping
    String show(
            Viewer viewer,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String style,
            @RequestParam(defaultValue = "") String shelf,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String after,
            Locale locale,
            Model page) {
        var filter = new LibraryFilter(
                LibraryState.of(state),
                model.isBlank() ? null : model,
                style.isBlank() ? null : style,
                styles(style),
                PublicId.parse(shelf).orElse(null),
                words.isBlank() ? null : words.strip(),
                Cursor.parse(after).orElse(null));
        var videos = library.page(viewer.id(), filter);
        var models = new LinkedHashMap<String, String>();
        library.models(viewer.id()).forEach(id -> models.put(id, wording.model(id)));
        page.addAttribute("videos", videos.items());
        page.addAttribute(
                "marks",
                shelves.marks(viewer, videos.items().stream().map(VideoCard::id).toList()));
        page.addAttribute("noMark", Shelves.Mark.NONE);
        page.addAttribute("filter", filter);
        page.addAttribute("states", LibraryState.values());
        page.addAttribute("models", models);
        page.addAttribute("styles", phrasebook.styles());
        page.addAttribute("reader", PromptLanguage.of(locale));
        page.addAttribute("shelves", shelves.list(viewer));
        page.addAttribute("shelf", filter.shelf() == null ? null : shelf);
        page.addAttribute("back", address(filter, null));
        page.addAttribute("next", videos.next() == null ? null : address(filter, videos.next()));
        return "studio/library";
    }

    /** Deletes a film; the page that follows offers to bring it back. */
    @DeleteMapping("/{publicId}")
    String delete(Viewer viewer, @PathVariable String publicId, RedirectAttributes redirect) {
        videos.delete(viewer, id(publicId));
        redirect.addFlashAttribute("deleted", publicId);
        return "redirect:/library";
    }

    @PutMapping("/{publicId}")
    String bringBack(Viewer viewer, @PathVariable String publicId, RedirectAttributes redirect) {
        videos.undelete(viewer, id(publicId));
        redirect.addFlashAttribute("toast", "studio.library.back");
        return "redirect:/library";
    }

    /** Takes a shelf away; what stood on it stays. */
    @DeleteMapping("/shelves/{shelf}")
    String removeShelf(Viewer viewer, @PathVariable String shelf) {
        shelves.remove(viewer, PublicId.parse(shelf).orElseThrow(NoSuchVideo::new));
        return "redirect:/library";
    }

    /** A style as it stands in prompts of either language, without what follows its first comma. */
    private List<String> styles(String address) {
        return phrasebook.phrase(address).stream()
                .filter(it -> it.part() == Part.STYLE)
                .flatMap(it -> Stream.of(it.phrase().en(), it.phrase().ja()))
                .map(it -> it.split(",", 2)[0])
                .toList();
    }

    private static UUID id(String publicId) {
        return PublicId.parse(publicId).orElseThrow(NoSuchVideo::new);
    }

    private static String address(LibraryFilter filter, @Nullable String cursor) {
        var address = UriComponentsBuilder.fromPath("/library");
        add(address, "after", cursor);
        add(
                address,
                "state",
                filter.state() == LibraryState.ALL ? null : filter.state().key());
        add(address, "model", filter.model());
        add(address, "style", filter.style());
        add(address, "shelf", filter.shelf() == null ? null : PublicId.of(filter.shelf()));
        add(address, "words", filter.words());
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
