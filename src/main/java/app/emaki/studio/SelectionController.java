package app.emaki.studio;

import app.emaki.account.Viewer;
import app.emaki.media.MediaKey;
import app.emaki.media.MediaStore;
import app.emaki.platform.PublicId;
import app.emaki.platform.RateLimits;
import app.emaki.platform.TooSoon;
import app.emaki.video.NoSuchVideo;
import app.emaki.video.VideoCard;
import app.emaki.video.Videos;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Several films of the library at once. */
@Controller
@RequestMapping("/library/selection")
class SelectionController {
    private static final RateLimits.Limit LIMIT = new RateLimits.Limit(20, Duration.ofHours(1));
    private static final int MOST = 60;

    private final LibraryQuery library;
    private final Videos videos;
    private final Shelves shelves;
    private final MediaStore store;
    private final RateLimits limits;
    private final Wording wording;

    SelectionController(
            LibraryQuery library,
            Videos videos,
            Shelves shelves,
            MediaStore store,
            RateLimits limits,
            Wording wording) {
        this.library = library;
        this.videos = videos;
        this.shelves = shelves;
        this.store = store;
        this.limits = limits;
        this.wording = wording;
    }

    /** The films as one ZIP, written while it is read; films are packed as they are, since they do not get smaller. */
    @PostMapping
    void download(Viewer viewer, @RequestParam(defaultValue = "") List<String> films, HttpServletResponse response)
            throws IOException {
        var chosen = library.own(viewer.id(), ids(films)).values();
        if (chosen.isEmpty()) {
            throw new NoSuchVideo();
        }
        limits.take("archive:" + viewer.id(), LIMIT).ifPresent(wait -> {
            throw new TooSoon(wait);
        });
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("emaki-films.zip")
                        .build()
                        .toString());
        pack(chosen, response);
    }

    /** Deletes the films; the page that follows offers to bring them back. */
    @DeleteMapping
    String delete(Viewer viewer, @RequestParam(defaultValue = "") List<String> films, RedirectAttributes redirect) {
        var gone = new ArrayList<String>();
        for (var id : library.own(viewer.id(), ids(films)).keySet()) {
            videos.delete(viewer, id);
            gone.add(PublicId.of(id));
        }
        redirect.addFlashAttribute("deletedMany", gone);
        return "redirect:/library";
    }

    @PutMapping
    String bringBack(Viewer viewer, @RequestParam(defaultValue = "") List<String> films, RedirectAttributes redirect) {
        ids(films).forEach(id -> videos.undelete(viewer, id));
        redirect.addFlashAttribute("toast", "studio.library.back.many");
        return "redirect:/library";
    }

    @PutMapping("/star")
    String star(
            Viewer viewer,
            @RequestParam(defaultValue = "") List<String> films,
            @RequestParam(defaultValue = "true") boolean starred,
            @RequestParam(defaultValue = "/library") String back) {
        shelves.star(viewer, ids(films), starred);
        return "redirect:" + within(back);
    }

    /** On a shelf by its id, on a new one by name, or off every one. */
    @PutMapping("/shelf")
    String shelve(
            Viewer viewer,
            @RequestParam(defaultValue = "") List<String> films,
            @RequestParam(defaultValue = "") String shelf,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "/library") String back,
            Locale locale,
            RedirectAttributes redirect) {
        var named = PromptForm.named(name);
        if (named.isEmpty()) {
            shelves.put(viewer, ids(films), PublicId.parse(shelf).orElse(null));
        } else {
            shelves.named(viewer, named)
                    .ifPresentOrElse(
                            id -> shelves.put(viewer, ids(films), id),
                            () -> redirect.addFlashAttribute(
                                    "refused", wording.say(locale, "studio.shelf.full", Shelves.MOST)));
        }
        return "redirect:" + within(back);
    }

    private void pack(Collection<VideoCard> films, HttpServletResponse response) throws IOException {
        var words = new StringBuilder();
        try (var zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            int number = 0;
            for (var film : films) {
                var file = store.path(new MediaKey(film.filmUrl().substring("/media/".length())));
                if (!Files.exists(file)) {
                    continue;
                }
                var name = "%02d %s.mp4".formatted(++number, plain(film));
                zip.putNextEntry(new ZipEntry(name));
                Files.copy(file, zip);
                zip.closeEntry();
                words.append(name)
                        .append("\n")
                        .append(film.model())
                        .append(" · ")
                        .append(film.seed())
                        .append("\n")
                        .append(film.prompt() == null ? "" : film.prompt())
                        .append("\n\n");
            }
            zip.putNextEntry(new ZipEntry("prompts.txt"));
            zip.write(words.toString().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
    }

    private static String plain(VideoCard film) {
        var title = film.title().isEmpty() ? film.createdAt().toString().substring(0, 10) : film.title();
        var safe = title.replaceAll("[^\\p{L}\\p{N} _-]", "").strip();
        return safe.isEmpty() ? film.publicId() : safe.substring(0, Math.min(60, safe.length()));
    }

    private static List<UUID> ids(List<String> films) {
        return films.stream()
                .limit(MOST)
                .flatMap(it -> PublicId.parse(it).stream())
                .distinct()
                .toList();
    }

    /** Only back to where one came from within the library. */
    private static String within(String back) {
        return back.matches("/library(\\?[\\w=&%.+-]*)?") ? back : "/library";
    }
}
