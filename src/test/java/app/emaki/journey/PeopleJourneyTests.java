package app.emaki.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Accounts;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
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
            tools.send("WebAuthn.disable");
        }
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
        var person = accounts.register(handle, handle + "@example.com", PASSWORD);
        accounts.activate(person.id());
        assertThat(accounts.find(handle)).isPresent();
    }
}
