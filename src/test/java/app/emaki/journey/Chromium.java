package app.emaki.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser of the journeys, one for a whole run: the machine's own, else Debian's package, else Playwright's download. */
final class Chromium {
    static final String MISSING =
            "The journeys need Chromium: install it (Debian and Ubuntu: apt-get install chromium) or"
                    + " set EMAKI_CHROMIUM to the path of a Chromium or Chrome, then run again.";

    /** Two cores and a whole server beside the browser: slow is no failure. */
    private static final int PATIENCE_MILLIS = 20_000;

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe");
    private static final List<Path> USUAL_PLACES = List.of(
            Path.of("/usr/bin"),
            Path.of("/usr/local/bin"),
            Path.of("/snap/bin"),
            Path.of("/opt/google/chrome"),
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
            Path.of("C:/Program Files/Google/Chrome/Application"));
    private static final List<String> QUIET = List.of(
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-default-apps",
            "--disable-domain-reliability",
            "--disable-sync",
            "--metrics-recording-only",
            "--no-default-browser-check",
            "--no-first-run",
            "--no-pings");

    private Chromium() {}

    /** The browser of this run; started when the first journey asks. */
    static Browser browser() {
        return Started.BROWSER;
    }

    /** A browser among folders and files, the first that can be run. */
    static Optional<Path> among(Stream<Path> places) {
        return places.flatMap(
                        place -> Stream.concat(Stream.of(place), NAMES.stream().map(place::resolve)))
                .filter(Files::isRegularFile)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Optional<Path> find() {
        var named = Optional.ofNullable(System.getenv("EMAKI_CHROMIUM")).stream();
        var path = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank());
        return among(Stream.concat(Stream.concat(named, path).map(Path::of), USUAL_PLACES.stream()));
    }

    /** One fork of the tests installs a browser while the other waits for it. */
    private static Browser start() {
        try (var file = FileChannel.open(
                Files.createDirectories(Path.of("target")).resolve("chromium.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            file.lock();
            return launch(find().or(Chromium::fetch));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Path> fetch() {
        if (isRoot() && Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            System.out.println("No Chromium here: fetching Debian's package for the journeys");
            run("apt-get", "update");
            run("apt-get", "install", "-y", "--no-install-recommends", "chromium");
        }
        var found = find();
        if (found.isEmpty()) {
            System.out.println("No Chromium here: fetching Playwright's for the journeys");
            run(
                    ProcessHandle.current().info().command().orElse("java"),
                    "-cp",
                    System.getProperty("java.class.path"),
                    CLI.class.getName(),
                    "install",
                    "chromium");
        }
        return found;
    }

    private static Browser launch(Optional<Path> found) {
        var options = new LaunchOptions().setArgs(QUIET).setChromiumSandbox(!isRoot());
        found.ifPresent(options::setExecutablePath);
        try {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            return playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            throw new IllegalStateException(MISSING, e);
        }
    }

    private static boolean run(String... command) {
        try {
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            return builder.start().waitFor() == 0;
        } catch (IOException e) {
            System.out.println(command[0] + " does not run here: " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static final class Started {
        static final Browser BROWSER = start();
    }
}
