package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Accounts;
import com.google.gson.JsonObject;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Coming in with a finger, with a code and with a code handed on; and taking everything along. */
@Journey
class PeopleJourneyTests {
    private static final String PASSWORD = "a lantern by the gate";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Test
    void aPasskeySignsInWithoutAPassword() {
        member("finger");
        try (var visitor = new Visitor(port, Screen.phone(Locale.JAPANESE))) {
            aDeviceThatVerifiesItsOwner(visitor);
            visitor.signsIn("finger", PASSWORD);
            visitor.opens("/settings/security");
            visitor.presses("account.passkeys.add");
            assertThat(visitor.page().locator("#passkeys .rows li")).hasCount(1);
            visitor.page().context().clearCookies();
            visitor.opens("/sign-in");
            visitor.presses("account.passkeys.signIn");
            visitor.arrivesAt("/");
            visitor.opens("/settings/security");
            visitor.sees("account.way.passkey");
        }
    }

    /** A device of software, as Chromium's own tools make it: present, and sure of its owner. */
    private static void aDeviceThatVerifiesItsOwner(Visitor visitor) {
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
    }

    private void member(String handle) {
        var person = accounts.register(handle, handle + "@example.com", PASSWORD);
        accounts.activate(person.id());
        assertThat(accounts.find(handle)).isPresent();
    }
}
