package app.emaki.api;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.platform.web.OutboundException;
import app.emaki.video.TestVideos;
import app.emaki.video.Videos;
import app.emaki.video.Visibility;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.json.JsonMapper;

@EmakiTest
class WebhooksModuleTests {
    @Autowired
    Webhooks webhooks;

    @Autowired
    WebhookPost post;

    @Autowired
    TestVideos people;

    @Autowired
    Videos videos;

    @Autowired
    Accounts accounts;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JsonMapper json;

    final List<Letter> letters = new CopyOnWriteArrayList<>();
    volatile int answer = 204;
    HttpServer server;
    Viewer owner;

    @BeforeEach
    void someoneWhoListens() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            letters.add(new Letter(
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            if (answer == 302) {
                exchange.getResponseHeaders().add("Location", "/elsewhere");
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
        webhooks.allowPrivate(true);
        owner = people.member("hook");
        drain();
    }

    @AfterEach
    void close() {
        server.stop(0);
        webhooks.allowPrivate(false);
    }

    @Test
    void aMessageIsSignedAsTheStandardHasIt() throws Exception {
        var secret = webhooks.add(owner, address(), EnumSet.of(WebhookEvent.VIDEO_PUBLISHED));
        var video = people.published(owner, Visibility.EVERYONE, "Rain");
        drain();
        assertThat(letters).hasSize(1);
        var letter = letters.getFirst();
        var tree = json.readTree(letter.body());
        assertThat(tree.get("type").asString()).isEqualTo("video.published");
        assertThat(tree.get("object").asString()).isEqualTo("event");
        assertThat(tree.at("/data/id").asString()).isEqualTo(VideoId.of(video));
        var id = letter.headers().getFirst("webhook-id");
        assertThat(tree.get("id").asString()).isEqualTo(id).startsWith("evt_");
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                Base64.getDecoder().decode(secret.value().substring("whsec_".length())), "HmacSHA256"));
        var signed = id + "." + letter.headers().getFirst("webhook-timestamp") + "." + letter.body();
        assertThat(letter.headers().getFirst("webhook-signature"))
                .isEqualTo("v1,"
                        + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        var endpoint = webhooks.of(owner).getFirst();
        assertThat(webhooks.log(owner, endpoint.id(), null).items())
                .extracting(WebhookDelivery::state)
                .containsExactly(WebhookDelivery.State.DELIVERED);
    }

    @Test
    void aMessageThatNobodyTakesIsSentAgainUnderItsIdAndThenGivenUp() throws Exception {
        answer = 500;
        webhooks.add(owner, address(), EnumSet.of(WebhookEvent.VIDEO_PUBLISHED));
        people.published(owner, Visibility.EVERYONE, "Rain");
        drain();
        assertThat(letters).hasSize(1);
        drain();
        assertThat(letters).as("before its time").hasSize(1);
        for (var pause : WebhookPost.PAUSES) {
            clock.pass(pause.plusSeconds(1));
            drain();
        }
        assertThat(letters).hasSize(1 + WebhookPost.PAUSES.size());
        assertThat(letters)
                .extracting(it -> it.headers().getFirst("webhook-id"))
                .containsOnly(letters.getFirst().headers().getFirst("webhook-id"));
        var endpoint = webhooks.of(owner).getFirst();
        var line = webhooks.log(owner, endpoint.id(), null).items().getFirst();
        assertThat(line.state()).isEqualTo(WebhookDelivery.State.FAILED);
        assertThat(line.status()).isEqualTo(500);
        answer = 200;
        webhooks.redeliver(owner, endpoint.id(), line.id());
        drain();
        assertThat(webhooks.log(owner, endpoint.id(), null).items().getFirst().state())
                .isEqualTo(WebhookDelivery.State.DELIVERED);
        assertThat(webhooks.of(owner).getFirst().failingSince()).isNull();
    }

    @Test
    void aRedirectIsNotFollowedAndAnAddressThatIsGoneRests() throws Exception {
        answer = 302;
        webhooks.add(owner, address(), EnumSet.of(WebhookEvent.VIDEO_PUBLISHED));
        var endpoint = webhooks.of(owner).getFirst();
        webhooks.test(owner, endpoint.id());
        drain();
        assertThat(letters).hasSize(1);
        assertThat(webhooks.of(owner).getFirst().failingSince()).isNotNull();
        answer = 410;
        webhooks.test(owner, endpoint.id());
        drain();
        assertThat(webhooks.of(owner).getFirst().active()).isFalse();
        people.published(owner, Visibility.EVERYONE, "Rain");
        drain();
        assertThat(letters).hasSize(2);
    }

    @Test
    void nothingGoesIntoAPrivateNetworkUnlessTheAdminSaysSo() throws Exception {
        webhooks.add(owner, address(), EnumSet.of(WebhookEvent.VIDEO_PUBLISHED));
        webhooks.allowPrivate(false);
        assertThatThrownBy(() ->
                        webhooks.add(owner, URI.create("https://127.0.0.1/"), EnumSet.of(WebhookEvent.VIDEO_PUBLISHED)))
                .isInstanceOf(OutboundException.class);
        // one that was added while it was allowed is looked at again
        people.published(owner, Visibility.EVERYONE, "Rain");
        drain();
        assertThat(letters).isEmpty();
    }

    @Test
    void membersHearOfTheirOwnThingsAndAdminsOfThePlaces() throws Exception {
        var admin = accounts.find("keeper").orElseThrow();
        webhooks.add(admin, address(), EnumSet.of(WebhookEvent.MODERATION_VIDEO_REMOVED));
        webhooks.add(owner, address(), EnumSet.allOf(WebhookEvent.class));
        assertThat(webhooks.of(owner).getFirst().events()).noneMatch(WebhookEvent::forAdmins);
        var other = people.member("other");
        videos.takeDown(people.published(other, Visibility.EVERYONE, "Mine"), "not here");
        drain();
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().body()).contains("moderation.video_removed", other.handle(), "not here");
        webhooks.of(admin).forEach(it -> webhooks.remove(admin, it.id()));
    }

    @Test
    void theSecretIsShownOnceAndNothingOfAnothersIsThere() throws Exception {
        var page = mvc.post()
                .uri("/settings/webhooks")
                .param("url", address().toString())
                .param("events", "VIDEO_COMPLETED")
                .with(signedInAs(owner))
                .with(csrf())
                .exchange();
        assertThat(page).hasStatusOk().bodyText().contains("whsec_");
        assertThat(page.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(mvc.get().uri("/settings/webhooks").with(signedInAs(owner)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("whsec_");
        var id = webhooks.of(owner).getFirst().id();
        var path = "/settings/webhooks/" + id;
        assertThat(mvc.get().uri(path).with(signedInAs(owner))).hasStatusOk();
        var stranger = people.member("stranger");
        assertThat(mvc.get().uri(path).with(signedInAs(stranger))).hasStatus(404);
        assertThat(mvc.post().uri(path + "/test").with(signedInAs(stranger)).with(csrf()))
                .hasStatus(404);
        assertThat(mvc.post().uri(path + "/secret").with(signedInAs(stranger)).with(csrf()))
                .hasStatus(404);
        assertThat(mvc.delete().uri(path).with(signedInAs(stranger)).with(csrf()))
                .hasStatus3xxRedirection();
        assertThat(webhooks.of(owner)).hasSize(1);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    }

    private void drain() {
        while (post.deliver() > 0) {
            // there may be more
        }
    }

    private record Letter(Headers headers, String body) {}
}
