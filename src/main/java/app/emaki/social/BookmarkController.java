package app.emaki.social;

import app.emaki.account.Viewer;
import app.emaki.platform.Cursor;
import app.emaki.platform.PublicId;
import app.emaki.video.NoSuchVideo;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What one keeps for later. */
@Controller
class BookmarkController {
    private final Bookmarks bookmarks;
    private final BookmarkQuery query;

    BookmarkController(Bookmarks bookmarks, BookmarkQuery query) {
        this.bookmarks = bookmarks;
        this.query = query;
    }

    @GetMapping("/bookmarks")
    String page(
            Viewer viewer,
            @RequestParam(defaultValue = "") String collection,
            @RequestParam(defaultValue = "") String after,
            Model model) {
        var collections = query.collections(viewer.id());
        var chosen = PublicId.parse(collection)
                .flatMap(id ->
                        collections.stream().filter(one -> one.id().equals(id)).findFirst())
                .orElse(null);
        model.addAttribute("collections", collections);
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "kept",
                query.page(
                        viewer.id(),
                        chosen == null ? null : chosen.id(),
                        Cursor.parse(after).orElse(null)));
        return "social/bookmarks";
    }

    /** Without a collection the film is kept in none; a name makes one. */
    @PutMapping("/videos/{publicId}/bookmark")
    ResponseEntity<Void> keep(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestParam(defaultValue = "") String collection,
            HttpServletRequest request) {
        bookmarks.keep(viewer, id(publicId), PublicId.parse(collection).orElse(null));
        return Answer.done(request, "/bookmarks");
    }

    @DeleteMapping("/videos/{publicId}/bookmark")
    ResponseEntity<Void> drop(Viewer viewer, @PathVariable String publicId, HttpServletRequest request) {
        bookmarks.drop(viewer, id(publicId));
        return Answer.done(request, "/bookmarks");
    }

    @PostMapping("/bookmarks/collections")
    String create(Viewer viewer, @RequestParam(defaultValue = "") String name, RedirectAttributes redirect) {
        var words = name.strip();
        if (words.isEmpty() || words.length() > Bookmarks.LONGEST) {
            redirect.addFlashAttribute("toast", "social.collection.length");
            return "redirect:/bookmarks";
        }
        var made = bookmarks.collection(viewer, words);
        if (made.isEmpty()) {
            redirect.addFlashAttribute("toast", "social.collection.many");
        }
        return "redirect:/bookmarks"
                + made.map(id -> "?collection=" + PublicId.of(id)).orElse("");
    }

    @DeleteMapping("/bookmarks/collections/{publicId}")
    String dissolve(Viewer viewer, @PathVariable String publicId, RedirectAttributes redirect) {
        bookmarks.dissolve(viewer, id(publicId));
        redirect.addFlashAttribute("toast", "social.collection.dissolved");
        return "redirect:/bookmarks";
    }

    private static UUID id(String publicId) {
        return PublicId.parse(publicId).orElseThrow(NoSuchVideo::new);
    }
}
