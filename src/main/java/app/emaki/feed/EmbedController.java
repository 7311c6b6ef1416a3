package app.emaki.feed;

import app.emaki.account.Instances;
import app.emaki.video.VideoCard;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A player that may stand in other sites' pages, and the endpoint that tells them how. Whoever looks at it is nobody: only
 * what is open to the signed-out plays there.
 */
@Controller
class EmbedController {
    private static final String POLICY = "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self';"
            + " script-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
    private static final Pattern PAGE = Pattern.compile("/v/([1-9A-HJ-NP-Za-km-z]{1,22})");
    private static final int SMALLEST = 120;
    private static final int LARGEST = 4096;

    private final WatchQuery videos;
    private final Instances instances;
    private final BaseUrl base;
    private final Telling telling;

    EmbedController(WatchQuery videos, Instances instances, BaseUrl base, Telling telling) {
        this.videos = videos;
        this.instances = instances;
        this.base = base;
        this.telling = telling;
    }

    @GetMapping("/embed/{publicId}")
    String player(@PathVariable String publicId, HttpServletResponse response, Model model) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "strict-origin-when-cross-origin");
        var watch = open(publicId).orElse(null);
        if (watch == null) {
            // its own page, as the house's error page may stand in no frame
            response.setStatus(HttpStatus.NOT_FOUND.value());
        } else {
            model.addAttribute("watch", watch);
            model.addAttribute("card", telling.card(watch.video(), base.current()));
        }
        return "feed/embed";
    }

    @GetMapping(path = "/oembed", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<OEmbed> oembed(
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "640") int maxwidth,
            @RequestParam(defaultValue = "640") int maxheight) {
        if (!format.equals("json")) {
            return ResponseEntity.status(HttpStatus.NOT_IMPLEMENTED).build();
        }
        return wanted(url)
                .flatMap(this::open)
                .map(watch -> ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache())
                        .body(answer(watch.video(), maxwidth, maxheight)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<WatchQuery.Watch> open(String publicId) {
        return videos.find(publicId, null).filter(watch -> ShareCard.open(watch.video()));
    }

    private Optional<String> wanted(String url) {
        var here = base.current();
        if (!url.startsWith(here)) {
            return Optional.empty();
        }
        var page = PAGE.matcher(url.substring(here.length()).replaceFirst("[?#].*$", ""));
        return page.matches() ? Optional.of(page.group(1)) : Optional.empty();
    }

    private OEmbed answer(VideoCard video, int maxWidth, int maxHeight) {
        double scale = Math.min(
                (double) Math.clamp(maxWidth, SMALLEST, LARGEST) / video.width(),
                (double) Math.clamp(maxHeight, SMALLEST, LARGEST) / video.height());
        int width = (int) Math.round(video.width() * scale);
        int height = (int) Math.round(video.height() * scale);
        var card = telling.card(video, base.current());
        return new OEmbed(
                "1.0",
                "video",
                card.title(),
                video.authorName(),
                card.author(),
                instances.current().name(),
                base.current(),
                card.poster(),
                video.width(),
                video.height(),
                ShareCard.frame(base.current() + "/embed/" + video.publicId(), width, height, card.title()),
                width,
                height,
                true,
                video.commercial(),
                video.remixOfHandle());
    }

    /** The answer of oembed.com's version 1.0, and whether what plays is generated and an advertisement. */
    record OEmbed(
            String version,
            String type,
            String title,
            @JsonProperty("author_name") String authorName,
            @JsonProperty("author_url") String authorUrl,
            @JsonProperty("provider_name") String providerName,
            @JsonProperty("provider_url") String providerUrl,
            @JsonProperty("thumbnail_url") @Nullable String thumbnailUrl,
            @JsonProperty("thumbnail_width") int thumbnailWidth,
            @JsonProperty("thumbnail_height") int thumbnailHeight,
            String html,
            int width,
            int height,
            @JsonProperty("ai_generated") boolean generated,
            @JsonProperty("advertisement") boolean advertisement,

            @JsonProperty("remix_of") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String remixOf) {}
}
