package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiApplication;
import app.emaki.TestDatabase;
import app.emaki.account.Accounts;
import app.emaki.account.AuthenticatorApp;
import app.emaki.account.TestIssuer;
import app.emaki.media.TestFilm;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** Coming in with a finger, with a code and with a code handed on; and taking everything along. */
@Journey
class PeopleJourneyTests {
    private static final String PASSWORD = "a lantern by the gate";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationContext emaki;

    @Test
    void aPasskeySignsInWithoutAPassword() {
        member("finger");
        try (var visitor = new Visitor(port, Screen.phone(Locale.JAPANESE))) {
            var tools = aDeviceThatVerifiesItsOwner(visitor);
            visitor.signsIn("finger", PASSWORD);
            visitor.opens("/settings/security");
            visitor.button("account.passkeys.add").click();
            assertThat(visitor.page().locator("#passkeys .rows li")).hasCount(1);
            visitor.looks();
            visitor.page().context().clearCookies();
            visitor.opens("/sign-in");
            visitor.button("account.passkeys.signIn").click();
            visitor.arrivesAt("/");
            visitor.opens("/settings/security");
            visitor.sees("account.way.passkey");
            visitor.opens("/settings/closure");
            visitor.fills("account.password.current", PASSWORD);
            visitor.presses("account.close.now");
            visitor.opens("/sign-in");
            visitor.button("account.passkeys.signIn").click();
            visitor.arrivesAt("/sign-in/return");
            visitor.presses("account.return.now");
            visitor.arrivesAt("/");
            tools.send("WebAuthn.disable");
        }
    }

    @Test
    void aCodeFromAnAppIsAskedForAfterThePassword() {
        member("digits");
        try (var visitor = new Visitor(port, Screen.desk(Locale.ENGLISH))) {
            visitor.signsIn("digits", PASSWORD);
            visitor.opens("/settings/second-factor");
            var secret = visitor.page().locator(".set-secret").innerText();
            visitor.fills("account.second.first", AuthenticatorApp.shows(secret, Instant.now()));
            visitor.presses("account.second.turnOn");
            assertThat(visitor.page().locator(".set-codes li")).hasCount(10);
            visitor.page().context().clearCookies();
            visitor.signsIn("digits", PASSWORD);
            visitor.arrivesAt("/sign-in/code");
            visitor.fills(
                    "account.second.code",
                    AuthenticatorApp.shows(secret, Instant.now().plusSeconds(30)));
            visitor.presses("account.signIn");
            visitor.arrivesAt("/");
        }
    }

    @Test
    void anAccountKeptElsewhereComesInAndOpensOneThatIsHereAlready() {
        member("kura_known");
        try (var issuer = TestIssuer.at(emaki);
                var visitor = new Visitor(port, Screen.phone(Locale.JAPANESE))) {
            visitor.mayGoTo(issuer.address());
            issuer.seats("kura_new");
            visitor.opens("/sign-in");
            visitor.presses("account.oidc.signIn", "Kura");
            visitor.arrivesAt("/sign-in/oidc/new");
            visitor.presses("account.signUp");
            visitor.arrivesAt("/join");
            accounts.activate(accounts.find("kura_new").orElseThrow().id());

            comesAgain(visitor);
            visitor.arrivesAt("/");

            issuer.seats("kura_known");
            comesAgain(visitor);
            visitor.arrivesAt("/sign-in/oidc/known");
            visitor.fills("account.password", PASSWORD);
            visitor.presses("account.oidc.known.link");
            visitor.arrivesAt("/");
            comesAgain(visitor);
            visitor.arrivesAt("/");
            visitor.opens("/settings");
            assertThat(visitor.page().locator("body")).containsText("kura_known");
        }
    }

    private static void comesAgain(Visitor visitor) {
        visitor.page().navigate("about:blank"); // or what the page still asks for would bring a session of its own
        visitor.page().context().clearCookies();
        visitor.opens("/sign-in");
        visitor.button("account.oidc.signIn", "Kura").click();
    }

    @Test
    void aSeatIsKeptTakenAndHandedOn() {
        member("baton_host");
        String baton;
        try (var host = new Visitor(port, Screen.desk(Locale.ENGLISH))) {
            host.signsIn("baton_host", PASSWORD);
            host.opens("/invites");
            host.presses("invite.baton.names");
            host.presses("invite.baton.see");
            baton = host.page().url();
        }
        try (var reader = new Visitor(port, Screen.phone(Locale.JAPANESE))) {
            reader.opens(baton);
            reader.presses("invite.baton.keep");
            reader.arrivesAt("/sign-up");
            reader.fills("account.handle", "baton_guest");
            reader.fills("account.email", "baton_guest@example.com");
            reader.fills("account.password", PASSWORD);
            reader.presses("account.signUp");
            reader.presses("invite.join.sit");
            reader.arrivesAt("/invites/welcome");
            reader.presses("invite.baton.hand.now");
            assertThat(reader.page().locator(".baton__link")).hasCount(2);
        }
    }

    @Test
    void whatIsTakenAlongFromOneInstanceIsBroughtIntoAnother(@TempDir Path folder) throws Exception {
        member("takes_along");
        var keepsakes = folder.resolve("kept.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(keepsakes))) {
            zip.putNextEntry(new ZipEntry("fox.mp4"));
            Files.copy(TestFilm.of(180, 320, 1).write(folder.resolve("fox.mp4")), zip);
            zip.putNextEntry(new ZipEntry("fox.json"));
            zip.write("{\"prompt\": \"A fox under an umbrella\"}".getBytes(StandardCharsets.UTF_8));
        }
        var taken = folder.resolve("taken.zip");
        try (var owner = new Visitor(port, Screen.desk(Locale.ENGLISH))) {
            owner.signsIn("takes_along", PASSWORD);
            brings(owner, keepsakes);
            owner.presses("archive.export.ask");
            var fetch = owner.page().getByText(owner.says("archive.export.fetch"));
            waitsFor(owner, fetch);
            owner.page().waitForDownload(fetch::click).saveAs(taken);
        }
        try (var elsewhere = anotherEmaki(folder.resolve("elsewhere"));
                var other = new Visitor(port(elsewhere), Screen.phone(Locale.JAPANESE))) {
            member("brings_in", elsewhere.getBean(Accounts.class));
            assertThat(elsewhere.getBean(Accounts.class).find("takes_along")).isEmpty();
            other.signsIn("brings_in", PASSWORD);
            brings(other, taken);
            other.opens("/library");
            assertThat(other.page()
                            .locator("main video, main img[src*='/media/']")
                            .first())
                    .isVisible();
            assertThat(other.page().locator("main")).containsText("A fox under an umbrella");
        }
    }

    private static int port(ApplicationContext emaki) {
        return ((WebServerApplicationContext) emaki).getWebServer().getPort();
    }

    /** A second instance with a database and a folder of its own, which knows nothing of the first. */
    private static ConfigurableApplicationContext anotherEmaki(Path data) throws SQLException {
        var database = TestDatabase.fresh();
        return new SpringApplicationBuilder(EmakiApplication.class)
                .profiles("journey")
                .run(
                        "--server.port=0",
                        "--emaki.data=" + data,
                        "--emaki.kamishibai.warm=false",
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword());
    }

    private static void brings(Visitor visitor, Path file) {
        visitor.opens("/settings/data");
        visitor.page().setInputFiles("#file", file);
        visitor.button("archive.import.bring").click();
        assertThat(visitor.page().locator("#bring .rows li")).hasCount(1);
        waitsFor(visitor, visitor.page().locator("#bring .rows a[href='/library']"));
        visitor.looks();
    }

    /** Looks at the page again and again until something is there. */
    private static void waitsFor(Visitor visitor, Locator something) {
        for (int looks = 0; looks < 60 && something.count() == 0; looks++) {
            visitor.page().waitForTimeout(500);
            visitor.page().reload();
        }
        assertThat(something).isVisible();
    }

    /** A device of software, as Chromium's own tools make it: present, and sure of its owner. */
    private static CDPSession aDeviceThatVerifiesItsOwner(Visitor visitor) {
        var tools = visitor.page().context().newCDPSession(visitor.page());
        tools.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var options = new JsonObject();
        options.add("options", device);
        tools.send("WebAuthn.addVirtualAuthenticator", options);
        return tools;
    }

    private void member(String handle) {
        member(handle, accounts);
    }

    private static void member(String handle, Accounts accounts) {
        var person = accounts.register(handle, handle + "@example.com", PASSWORD);
        accounts.activate(person.id());
        assertThat(accounts.find(handle)).isPresent();
    }
}
