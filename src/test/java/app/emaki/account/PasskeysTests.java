package app.emaki.account;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

@EmakiTest
class PasskeysTests {
    @Autowired
    Passkeys passkeys;

    @Autowired
    Accounts accounts;

    @Test
    void whatADeviceWasAskedForOneAccountIsNothingForAnother() {
        var one = accounts.register("passkey_one", "passkey_one@example.com", "a key under the mat");
        var other = accounts.register("passkey_other", "passkey_other@example.com", "a key under the mat");
        var asked = passkeys.creation(one, new MockHttpServletRequest());
        assertThat(Passkeys.isFor(one, asked)).isTrue();
        assertThat(Passkeys.isFor(other, asked)).isFalse();
    }
}
