package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.platform.PublicId;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The pictures of the shots on a sheet, asked for when its author pauses. */
@Controller
class StoryboardController {
    private static final String AGAIN_SECONDS = "4";

    private final Drafts drafts;
    private final Storyboards storyboards;

    StoryboardController(Drafts drafts, Storyboards storyboards) {
        this.drafts = drafts;
        this.storyboards = storyboards;
    }

    /** All shots side by side; nothing where there are none, with {@code Retry-After} while the model is busy. */
    @PostMapping("/studio/drafts/{publicId}/sketches")
    ResponseEntity<byte[]> draw(
            Viewer viewer,
            @PathVariable String publicId,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String known) {
        var draft =
                PublicId.parse(publicId).flatMap(id -> drafts.find(viewer, id)).orElseThrow(NoSuchDraft::new);
        var drawn = storyboards.of(viewer, draft);
        var strip = drawn.strip();
        if (strip == null) {
            var none = ResponseEntity.noContent();
            return (drawn.busy() ? none.header(HttpHeaders.RETRY_AFTER, AGAIN_SECONDS) : none).build();
        }
        var tag = "\"%s\"".formatted(drawn.tag());
        return known.equals(tag)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build()
                : ResponseEntity.ok()
                        .cacheControl(CacheControl.noStore())
                        .eTag(tag)
                        .contentType(MediaType.IMAGE_JPEG)
                        .body(strip);
    }
}
