package app.emaki.notification;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.platform.SealedBytes;
import app.emaki.platform.Settings;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The pair of keys for push is kept sealed. */
@EmakiTest
class VapidTests {
    private static final String NAME = "push.vapid";

    @Autowired
    Settings settings;

    @Autowired
    SealedBytes seal;

    @Autowired
    Clock clock;

    @Autowired
    Vapid vapid;

    @Test
    void aPairThatLayInTheClearIsSealedAtFirstReadAndStaysTheSame() throws Exception {
        vapid.publicKey();
        var before = settings.find(NAME).orElseThrow();
        assertThat(before).startsWith("sealed ");
        var pair = Sealing.pair();
        var base64 = Base64.getUrlEncoder().withoutPadding();
        var point = base64.encodeToString(Sealing.point((ECPublicKey) pair.getPublic()));
        var number = base64.encodeToString(Sealing.coordinate(((ECPrivateKey) pair.getPrivate()).getS()));
        settings.put(NAME, point + " " + number);
        try {
            assertThat(new Vapid(settings, seal, clock).publicKey()).isEqualTo(point);
            assertThat(settings.find(NAME).orElseThrow()).startsWith("sealed ").doesNotContain(number);
            var later = new Vapid(settings, seal, clock);
            assertThat(later.publicKey()).isEqualTo(point);
            assertThat(later.authorization("https://push.example", "mailto:a@example.com"))
                    .startsWith("vapid t=");
        } finally {
            settings.put(NAME, before);
        }
    }

    @Test
    void pushServicesAreToldWhereThisInstanceIsToBeFound() {
        assertThat(Pushes.subject("https://emaki.example.org", "emaki@example.org"))
                .isEqualTo("https://emaki.example.org");
        assertThat(Pushes.subject("", "emaki@example.org")).isEqualTo("mailto:emaki@example.org");
        assertThat(Pushes.subject("http://10.0.0.2:8080", "emaki@example.org")).isEqualTo("mailto:emaki@example.org");
    }
}
