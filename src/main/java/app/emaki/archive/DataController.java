package app.emaki.archive;

import app.emaki.account.Viewer;
import app.emaki.archive.Parcel.Unreadable;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one's own data: take everything along, bring something in. */
@Controller
class DataController {
    private static final String BACK = "redirect:/settings/data";

    private final Exports exports;
    private final Imports imports;
    private final ArchiveSettings settings;
    private final RateLimits limits;
    private final MessageSource messages;

    DataController(
            Exports exports, Imports imports, ArchiveSettings settings, RateLimits limits, MessageSource messages) {
        this.exports = exports;
        this.imports = imports;
        this.settings = settings;
        this.limits = limits;
        this.messages = messages;
    }

    @GetMapping("/settings/data")
    String show(Viewer viewer, Model model) {
        var files = exports.of(viewer);
        var taken = imports.of(viewer);
        model.addAttribute("exports", files);
        model.addAttribute("imports", taken);
        model.addAttribute(
                "busy",
                files.stream().anyMatch(file -> file.state().equals("QUEUED"))
                        || taken.stream().anyMatch(file -> file.state().equals("QUEUED")));
        model.addAttribute("days", settings.kept().toDays());
        model.addAttribute("most", settings.mostBytes().toMegabytes());
        return "archive/data";
    }

    @PostMapping("/settings/data/exports")
    String ask(Viewer viewer, RedirectAttributes toast) {
        limits.take("export:" + viewer.id(), settings.exports()).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        exports.ask(viewer);
        toast.addFlashAttribute("toast", "archive.export.asked");
        return BACK;
    }

    @GetMapping("/settings/data/exports/{id}")
    ResponseEntity<Resource> fetch(Viewer viewer, @PathVariable UUID id) {
        var file = exports.file(viewer, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("application/zip"))
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("emaki-" + viewer.handle() + ".zip")
                                .build()
                                .toString())
                .body(new FileSystemResource(file));
    }

    /** A form sends a small file. */
    @PostMapping(path = "/settings/data/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String bring(
            Viewer viewer,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "false") boolean agreed,
            RedirectAttributes toast)
            throws IOException {
        mayBring(viewer);
        try (var in = file.getInputStream()) {
            imports.take(viewer, Objects.requireNonNullElse(file.getOriginalFilename(), ""), agreed, in);
            toast.addFlashAttribute("toast", "archive.import.taken");
        } catch (Unreadable e) {
            toast.addFlashAttribute("toast", e.words());
        }
        return BACK;
    }

    /** A script sends one of any size that is allowed, straight to disk. */
    @PostMapping(path = "/settings/data/imports", consumes = "application/zip")
    @ResponseBody
    ResponseEntity<Map<String, String>> bringWhole(
            Viewer viewer,
            @RequestHeader(name = "X-File-Name", defaultValue = "import.zip") String name,
            @RequestParam(defaultValue = "false") boolean agreed,
            HttpServletRequest request)
            throws IOException {
        mayBring(viewer);
        try {
            imports.take(viewer, decoded(name), agreed, request.getInputStream());
            return ResponseEntity.accepted().body(Map.of("to", "/settings/data"));
        } catch (Unreadable e) {
            return ResponseEntity.unprocessableContent()
                    .body(Map.of("words", messages.getMessage(e.words(), null, request.getLocale())));
        }
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }

    private void mayBring(Viewer viewer) {
        limits.take("import:" + viewer.id(), settings.imports()).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
    }
}
