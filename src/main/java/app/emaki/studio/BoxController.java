package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Drafts and presets as a file to take along. */
@Controller
@RequestMapping("/studio/box")
class BoxController {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(30, Duration.ofHours(1));
    private static final int LARGEST = 20 << 20;

    private final Box box;
    private final RateLimits limits;
    private final Wording wording;

    BoxController(Box box, RateLimits limits, Wording wording) {
        this.box = box;
        this.limits = limits;
        this.wording = wording;
    }

    @GetMapping
    ResponseEntity<byte[]> save(Viewer viewer) {
        var name = ContentDisposition.attachment()
                .filename("emaki-studio.json", StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_JSON)
                .body(box.pack(viewer));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String bring(Viewer viewer, @RequestParam MultipartFile file, Locale locale, RedirectAttributes redirect)
            throws IOException {
        limits.take("box:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        if (file.getSize() > LARGEST) {
            redirect.addFlashAttribute("refused", wording.say(locale, "studio.box.large", LARGEST >> 20));
            return "redirect:/studio/drafts";
        }
        try {
            var brought = box.unpack(viewer, file.getBytes());
            redirect.addFlashAttribute(
                    "brought", wording.say(locale, "studio.box.brought", brought.drafts(), brought.presets()));
            int lost = box.show(viewer, brought.pictures());
            if (lost > 0) {
                redirect.addFlashAttribute("refused", wording.say(locale, "studio.box.lost", lost));
            }
        } catch (IllegalArgumentException e) {
            redirect.addFlashAttribute("refused", wording.say(locale, "studio.box.wrong"));
        }
        return "redirect:/studio/drafts";
    }
}
