package app.emaki.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a viewer waits for in a real Chromium of a phone's size: from opening the feed to the first moving picture, with nothing
 * kept from before; from a swipe to the next moving picture; and what three hundred swipes leave in memory. The server is warm, as
 * one that friends use. Needs Chromium on the machine, or EMAKI_CHROMIUM.
 */
public final class PlayBench {
    private static final int FILMS = 400;
    private static final int OPENED = 9;
    private static final int SWIPES = 300;
    private static final int SETTLED = 30;

    /** Notes when each film showed its first frame, what was painted first, and what moved. */
    private static final String WATCH = """
            window.seen = { frame: null, paint: null, shift: 0 };
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
              if (entry.name === 'first-contentful-paint') seen.paint = entry.startTime;
            })).observe({ type: 'paint', buffered: true });
            new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
              if (!entry.hadRecentInput) seen.shift += entry.value;
            })).observe({ type: 'layout-shift', buffered: true });
            const look = () => {
              const film = document.querySelector('.take.is-on video');
              if (!film) { requestAnimationFrame(look); return; }
              film.requestVideoFrameCallback((now) => { seen.frame = now; });
            };
            document.addEventListener('DOMContentLoaded', look);
            """;

    /** Leads to the next slide as a swipe that has ended does; answers how long its film took to move. */
    private static final String SWIPE = """
            () => new Promise((done) => {
              const list = document.querySelector('#feed-list'), from = document.querySelector('.take.is-on');
              const began = performance.now();
              list.scrollTo({ top: list.scrollTop + list.clientHeight, behavior: 'instant' });
              const look = () => {
                const film = document.querySelector('.take.is-on video');
                if (document.querySelector('.take.is-on') === from || !film) { requestAnimationFrame(look); return; }
                const moving = (now, frame) => {
                  if (film.paused) film.requestVideoFrameCallback(moving); else done(now - began);
                };
                film.requestVideoFrameCallback(moving);
              };
              look();
            })
            """;

    private final Browser browser;
    private final Served served;

    private PlayBench(Browser browser, Served served) {
        this.browser = browser;
        this.served = served;
    }

    public static void main(String[] args) throws Exception {
        var crowd = new Crowd(FILMS);
        var bars = new Bars();
        try (var served = Served.start("play", crowd::fill);
                var playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                var browser = playwright.chromium().launch(options())) {
            var stage = new Stage(served.data());
            for (int n = 1; n <= FILMS; n++) {
                stage.film(n);
            }
            Crowd.run(
                    served.db(),
                    "insert into feed_wish (account, guided) select id, true from account where handle = 'keeper' on conflict do nothing");
            new PlayBench(browser, served).run(bars);
        }
        System.exit(bars.told());
    }

    private void run(Bars bars) {
        open(); // warms the server and the browser's own start
        var frames = new ArrayList<Double>();
        var paints = new ArrayList<Double>();
        double shift = 0;
        for (int n = 0; n < OPENED; n++) {
            var seen = open();
            frames.add(seen.get("frame"));
            paints.add(seen.get("paint"));
            shift = Math.max(shift, seen.get("shift"));
        }
        var swipes = new ArrayList<Double>();
        var left = swipe(swipes);
        System.out.printf(
                "opened %d times: first paint %.0f ms, first moving picture %.0f ms (median; slowest %.0f), layout shift %.4f%n",
                OPENED,
                median(paints),
                median(frames),
                frames.stream().mapToDouble(f -> f).max().orElseThrow(),
                shift);
        System.out.printf(
                "%d swipes: moving after %.0f ms (median), %.0f ms (p95)%n",
                SWIPES, median(swipes), swipes.stream().sorted().toList().get(SWIPES * 95 / 100));
        System.out.printf(
                "play ratio=%.2f cold=%.0fms swipe=%.0fms paint=%.0fms shift=%.4f memory=%.2f alive=%d%n",
                median(frames) / bars.bar("play.cold"),
                median(frames),
                median(swipes),
                median(paints),
                shift,
                left.memory(),
                left.alive());
        bars.most("play.cold", median(frames));
        bars.most("play.swipe", median(swipes));
        bars.most("play.paint", median(paints));
        bars.most("play.shift", shift);
        bars.most("play.memory", left.memory());
        bars.most("play.alive", left.alive());
    }

    /** The feed in a browser that has seen nothing yet. */
    private Map<String, Double> open() {
        try (var context = context()) {
            var page = context.newPage();
            page.addInitScript(WATCH);
            page.navigate(served.base() + "/");
            page.waitForFunction("() => seen.frame !== null && seen.paint !== null");
            @SuppressWarnings("unchecked")
            var seen = (Map<String, Number>) page.evaluate("() => seen");
            return Map.of(
                    "frame", seen.get("frame").doubleValue(),
                    "paint", seen.get("paint").doubleValue(),
                    "shift", seen.get("shift").doubleValue());
        }
    }

    /** What swiping leaves: memory at the end over what it was soon after the beginning, and films that are still there. */
    private record Left(double memory, int alive) {}

    /** Adds how long each swipe took to a moving picture. */
    private Left swipe(List<Double> swipes) {
        try (var context = context()) {
            var page = context.newPage();
            page.addInitScript(WATCH);
            page.navigate(served.base() + "/latest");
            page.waitForFunction("() => seen.frame !== null");
            var session = context.newCDPSession(page);
            double soon = 0;
            for (int n = 0; n < SWIPES; n++) {
                page.waitForTimeout(400); // somebody looks at it
                swipes.add(((Number) page.evaluate(SWIPE)).doubleValue());
                if (n + 1 == SETTLED) {
                    soon = memory(session);
                }
            }
            int alive = ((Number) page.evaluate("() => document.querySelectorAll('video').length")).intValue();
            return new Left(memory(session) / soon, alive);
        }
    }

    private static double memory(CDPSession session) {
        session.send("HeapProfiler.collectGarbage");
        return session.send("Runtime.getHeapUsage").get("usedSize").getAsDouble() / 1e6;
    }

    private BrowserContext context() {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setIsMobile(true));
        context.addCookies(served.cookies().entrySet().stream()
                .map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()).setUrl(served.base()))
                .toList());
        return context;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static LaunchOptions options() {
        var named = Stream.ofNullable(System.getenv("EMAKI_CHROMIUM"));
        var path = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of(folder + "/chromium", folder + "/google-chrome"));
        var options = new LaunchOptions()
                .setChromiumSandbox(!"root".equals(System.getProperty("user.name")))
                .setArgs(List.of("--autoplay-policy=no-user-gesture-required"));
        Stream.concat(named, path)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .ifPresent(options::setExecutablePath);
        return options;
    }
}
