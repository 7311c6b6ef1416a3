package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.PublicId;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.Videos;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.UUID;
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
    private final Wording wording;

    LibraryController(LibraryQuery library, Videos videos, Wording wording) {
        this.library = library;
        this.videos = videos;
        this.wording = wording;
    }

    @GetMapping
    String show(
            Viewer viewer,
            @RequestParam(defaultValue = "") String posted,
            @RequestParam(defaultValue = "") String model,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String after,
            Model page) {
        var filter = new LibraryFilter(
                posted.isEmpty() ? null : Boolean.valueOf(posted),
                model.isBlank() ? null : model,
                words.isBlank() ? null : words.strip(),
                Cursor.parse(after).orElse(null));
        var videos = library.page(viewer.id(), filter);
        var models = new LinkedHashMap<String, String>();
        library.models(viewer.id()).forEach(id -> models.put(id, wording.model(id)));
        page.addAttribute("videos", videos.items());
        page.addAttribute("filter", filter);
        page.addAttribute("models", models);
        page.addAttribute("next", videos.next() == null ? null : next(filter, Objects.requireNonNull(videos.next())));
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

    private static UUID id(String publicId) {
        return PublicId.parse(publicId).orElseThrow(NoSuchVideo::new);
    }

    private static String next(LibraryFilter filter, String cursor) {
        var address = UriComponentsBuilder.fromPath("/library").queryParam("after", cursor);
        add(address, "posted", filter.posted());
        add(address, "model", filter.model());
        add(address, "words", filter.words());
        return address.encode().toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null) {
            address.queryParam(name, value);
        }
    }
}
