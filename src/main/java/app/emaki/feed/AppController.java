package app.emaki.feed;

import app.emaki.account.Instances;
import app.emaki.platform.web.Assets;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Emaki as an app to install: who it is, its worker at an address that never changes, and the page without a connection. */
@Controller
class AppController {
    private static final MediaType MANIFEST = MediaType.parseMediaType("application/manifest+json;charset=UTF-8");
    private static final MediaType SCRIPT = MediaType.parseMediaType("text/javascript;charset=UTF-8");

    private final Instances instances;
    private final Assets assets;
    private final String worker;

    AppController(Instances instances, Assets assets) throws IOException {
        this.instances = instances;
        this.assets = assets;
        this.worker = "const assets = '" + assets.path() + "';\n"
                + new ClassPathResource("static/js/worker.js").getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/worker.js")
    ResponseEntity<String> worker() {
        return ResponseEntity.ok()
                .contentType(SCRIPT)
                .cacheControl(CacheControl.noCache())
                .body(worker);
    }

    @GetMapping("/manifest.webmanifest")
    ResponseEntity<Manifest> manifest() {
        var instance = instances.current();
        return ResponseEntity.ok()
                .contentType(MANIFEST)
                .cacheControl(CacheControl.noCache())
                .body(new Manifest(
                        "/",
                        instance.name(),
                        "Emaki",
                        instance.language(),
                        "/",
                        "/",
                        "standalone",
                        "#0b0b0a",
                        "#0b0b0a",
                        List.of(
                                icon("icon-192.png", "192x192", "any"),
                                icon("icon-512.png", "512x512", "any"),
                                icon("icon-maskable.png", "512x512", "maskable")),
                        new ShareTarget("/studio", "GET", Map.of("text", "prompt", "title", "title", "url", "url"))));
    }

    @GetMapping("/offline")
    String offline() {
        return "feed/offline";
    }

    private Icon icon(String file, String sizes, String purpose) {
        return new Icon(assets.path() + "/img/" + file, sizes, "image/png", purpose);
    }

    /** As the W3C's manifest has it; what is shared with the app opens the studio. */
    record Manifest(
            String id,
            String name,
            @JsonProperty("short_name") String shortName,
            String lang,
            @JsonProperty("start_url") String startUrl,
            String scope,
            String display,
            @JsonProperty("background_color") String backgroundColor,
            @JsonProperty("theme_color") String themeColor,
            List<Icon> icons,
            @JsonProperty("share_target") ShareTarget shareTarget) {}

    record Icon(String src, String sizes, String type, String purpose) {}

    record ShareTarget(String action, String method, Map<String, String> params) {}
}
