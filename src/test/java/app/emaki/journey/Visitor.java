package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Pattern;

/**
 * Somebody with a browser of their own, who knows every sentence by its message key and so finds the way in any language.
 * Each page they come to is looked at with axe-core; whatever went wrong on the way (an error in the console or in a
 * script, a broken content policy, a request off the instance) fails the journey when the browser is closed.
 */
public final class Visitor implements AutoCloseable {
    private static final String TELL_OF_BROKEN_POLICY =
            "addEventListener('securitypolicyviolation', event => console.error(`Content policy: ${event.violatedDirective}"
                    + " ${event.blockedURI}`))";
    private static final Pattern STATUS = Pattern.compile("status of (\\d{3})");

    private final String home;
    private final Screen screen;
    private final BrowserContext browser;
    private final Page page;
    private final List<String> problems = new ArrayList<>();
    private final List<Integer> expected = new ArrayList<>();
    private final List<String> allowed = new ArrayList<>();
    private int photos;

    /** Opens a browser with nothing in it; the first page is yet to come. */
    public Visitor(int port, Screen screen) {
        this.home = "http://localhost:" + port;
        this.screen = screen;
        this.browser = Chromium.browser()
                .newContext(new NewContextOptions()
                        .setBaseURL(home)
                        .setViewportSize(screen.device().width, screen.device().height)
                        .setColorScheme(screen.device().paper)
                        .setHasTouch(screen.device() == Screen.Device.PHONE)
                        .setLocale(screen.language().equals(Locale.JAPANESE) ? "ja-JP" : "en-US"));
        browser.addInitScript(TELL_OF_BROKEN_POLICY);
        browser.onConsoleMessage(this::hear);
        browser.onWebError(error -> stumble(error.error()));
        browser.onRequest(this::watch);
        this.page = browser.newPage();
    }

    /** The page itself, for what no sentence here can say. */
    public Page page() {
        return page;
    }

    /** The sentence under a message key, in the language of this visitor. */
    public String says(String key, Object... arguments) {
        var module = key.substring(0, key.indexOf('.'));
        var locale = screen.language().equals(Locale.JAPANESE) ? Locale.JAPANESE : Locale.ROOT;
        var sentences = ResourceBundle.getBundle(
                "messages/" + module, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return new MessageFormat(sentences.getString(key), screen.language()).format(arguments);
    }

    /** Goes to a path or a whole address of the instance, and looks at the page. */
    public void opens(String address) {
        page.navigate(address);
        looks();
    }

    /** Fills the field that is labelled with this sentence. */
    public void fills(String label, String value) {
        field(label).fill(value);
    }

    /** The field that is labelled with this sentence. */
    public Locator field(String label) {
        return page.getByLabel(says(label), new Page.GetByLabelOptions().setExact(true));
    }

    /** Presses the button or link of this name, and looks at the page that comes of it. */
    public void presses(String name, Object... arguments) {
        button(name, arguments).click();
        looks();
    }

    /** Presses the button of this name, which sends a form, and looks at the page that answers. */
    public void sends(String name, Object... arguments) {
        page.waitForResponse(
                answer -> answer.request().isNavigationRequest() && answer.status() < 300,
                () -> button(name, arguments).click());
        looks();
    }

    /** The button or link of this name. */
    public Locator button(String name, Object... arguments) {
        var words = says(name, arguments);
        return page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .or(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(words).setExact(true)))
                .first();
    }

    /** Waits until this sentence can be seen. */
    public void sees(String sentence, Object... arguments) {
        assertThat(page.getByText(says(sentence, arguments))
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
    }

    /** Waits until the page of this path is there, whatever its query. */
    public void arrivesAt(String path) {
        page.waitForURL(address -> address.split("[?#]", 2)[0].equals(home + path));
        looks();
    }

    /** Signs in with a handle and a password. */
    public void signsIn(String handle, String password) {
        opens("/sign-in");
        fills("account.login", handle);
        fills("account.password", password);
        presses("account.signIn");
    }

    /** Allows the next pages to answer with this status, which the console calls an error. */
    public void expects(int status) {
        expected.add(status);
    }

    /** Allows pages to lead to this place and back. */
    public void mayGoTo(String elsewhere) {
        allowed.add(elsewhere + "/");
    }

    /** Waits until the page stands, then looks for barriers on it. */
    public void looks() {
        page.waitForLoadState();
        var address = page.url();
        Barriers.on(page).forEach(barrier -> problems.add("Barrier on " + address + ": " + barrier));
        if (Boolean.getBoolean("journey.photos")) {
            page.screenshot(new ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of(
                            "target",
                            "journeys",
                            screen + "-" + System.identityHashCode(this) + "-" + ++photos + ".png")));
        }
    }

    /** What went wrong so far; closing the browser fails on it. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        browser.close();
        if (!problems.isEmpty()) {
            throw new AssertionError("On the way of " + screen + ":\n" + String.join("\n", problems));
        }
    }

    private void hear(ConsoleMessage message) {
        var status = STATUS.matcher(message.text());
        var wasExpected = status.find() && expected.contains(Integer.valueOf(status.group(1)));
        if (message.type().equals("error") && !wasExpected) {
            problems.add("Console on " + message.location() + ": " + message.text());
        }
    }

    private void stumble(String error) {
        // the browser itself skips the animation between two pages when the second comes too soon; nothing is amiss
        if (!error.contains("Transition was")) {
            problems.add("Script: " + error);
        }
    }

    private void watch(Request request) {
        var address = request.url();
        if (!address.startsWith(home + "/")
                && !address.startsWith("blob:")
                && !address.startsWith("data:")
                && allowed.stream().noneMatch(address::startsWith)) {
            problems.add("Request off the instance: " + address);
        }
    }
}
