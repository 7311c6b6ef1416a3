package app.emaki.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

class SealingTests {

    @Test
    void theExampleOfTheStandardComesOutOctetForOctet() throws Exception {
        var own = Sealing.pair(
                decode("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8"),
                decode("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"));
        var sealed = Sealing.seal(
                "When I grow up, I want to be a watermelon".getBytes(StandardCharsets.US_ASCII),
                decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
                decode("BTBZMqHH6r4Tts7J_aSIgg"),
                own,
                decode("DGv6ra1nlYgDCS1FRnbzlw"));
        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
    }

    @Test
    void whatIsNoPointOfTheCurveIsRefused() {
        var point = decode("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4");
        point[64] ^= 1;
        assertThatThrownBy(() -> Sealing.publicKey(point)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> Sealing.publicKey(new byte[65])).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void onlyPushServicesAreWrittenTo() {
        var known = new PushSettings(List.of("push.services.mozilla.com", "fcm.googleapis.com"));
        assertThat(known.allows(URI.create("https://updates.push.services.mozilla.com/wpush/v2/x")))
                .isTrue();
        for (var other : List.of(
                "http://fcm.googleapis.com/x",
                "https://fcm.googleapis.com:8080/x",
                "https://evilfcm.googleapis.com.example/x",
                "https://me@fcm.googleapis.com/x",
                "https://10.0.0.1/x",
                "mailto:x@fcm.googleapis.com")) {
            assertThat(known.allows(URI.create(other))).as(other).isFalse();
        }
    }

    private static byte[] decode(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
