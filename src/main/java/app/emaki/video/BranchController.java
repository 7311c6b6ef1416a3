package app.emaki.video;

import app.emaki.account.Viewer;
import app.emaki.media.MediaStore;
import app.emaki.platform.PublicId;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Binding a branch into one film, and taking it home. */
@Controller
@RequestMapping("/videos/{publicId}/branch")
class BranchController {
    private final Branches branches;
    private final BranchQuery query;
    private final BranchSettings settings;
    private final MediaStore store;
    private final RateLimits limits;

    BranchController(
            Branches branches, BranchQuery query, BranchSettings settings, MediaStore store, RateLimits limits) {
        this.branches = branches;
        this.query = query;
        this.settings = settings;
        this.store = store;
        this.limits = limits;
    }

    @PostMapping
    String order(Viewer viewer, @PathVariable String publicId, Locale locale, RedirectAttributes redirect) {
        var branch = branch(viewer, publicId);
        if (branch.bindable()) {
            limits.take("branch:" + viewer.id(), new RateLimits.Limit(settings.orders(), Duration.ofDays(1)))
                    .ifPresent(wait -> {
                        throw new TooSoon(wait);
                    });
            branches.order(viewer, branch, locale);
            redirect.addFlashAttribute("toast", "video.branch.ordered");
        }
        return "redirect:/v/" + publicId + "/branch";
    }

    @GetMapping("/film")
    ResponseEntity<Resource> film(Viewer viewer, @PathVariable String publicId, Locale locale) {
        var branch = branch(viewer, publicId);
        var file = branches.film(branch, locale).map(BranchFilm::file).orElseThrow(NoSuchVideo::new);
        if (!query.watchesAll(file, viewer.id()).orElse(false) || !store.exists(file)) {
            throw new NoSuchVideo();
        }
        var name = ContentDisposition.attachment()
                .filename(FileName.of(branch.leaf()), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("video/mp4"))
                .body(new FileSystemResource(store.path(file)));
    }

    private Branch branch(Viewer viewer, String publicId) {
        return PublicId.parse(publicId).flatMap(id -> branches.find(viewer, id)).orElseThrow(NoSuchVideo::new);
    }
}
