package app.emaki.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.EmakiTest;
import app.emaki.TestClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
@Import(MediaTests.Guards.class)
class MediaTests {
    static final UUID DENIED = UUID.randomUUID();

    @Autowired
    MediaStore store;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ObjectProvider<MediaGuard> guards;

    @Autowired
    TestClock.Settable clock;

    @Autowired
    Guards.Open open;

    @TempDir
    Path folder;

    MediaKey key;

    @BeforeEach
    void aFileThatEverybodyMaySee() throws IOException {
        key = store.put(Files.writeString(folder.resolve("film"), "0123456789"), "video/mp4");
        open.key = key;
    }

    @Test
    void aFileIsServedWhole() {
        assertThat(mvc.get().uri(key.address()))
                .hasStatusOk()
                .hasContentType("video/mp4")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader(HttpHeaders.ACCEPT_RANGES, "bytes")
                .hasHeader(HttpHeaders.CONTENT_LENGTH, "10")
                .hasHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .hasBodyTextEqualTo("0123456789");
    }

    @Test
    void behindAProxyThatSendsFilesItIsToldWhichOneAndOnlyForThoseWhoMay() throws IOException {
        var controller = new MediaController(store, guards, "/stored/");
        var allowed = new MockHttpServletResponse();
        controller.serve(key.value(), new MockHttpServletRequest("GET", key.address()), allowed);
        assertThat(allowed.getStatus()).isEqualTo(200);
        assertThat(allowed.getContentType()).isEqualTo("video/mp4");
        assertThat(allowed.getHeader("X-Accel-Redirect"))
                .isEqualTo("/stored/" + key.value().substring(0, 2) + "/" + key.value());
        assertThat(allowed.getContentAsByteArray()).isEmpty();

        open.key = null;
        var refused = new MockHttpServletResponse();
        controller.serve(key.value(), new MockHttpServletRequest("GET", key.address()), refused);
        assertThat(refused.getStatus()).isEqualTo(404);
        assertThat(refused.getHeader("X-Accel-Redirect")).isNull();
    }

    @Test
    void aPartIsServedAlone() {
        assertThat(mvc.get().uri(key.address()).header(HttpHeaders.RANGE, "bytes=2-4"))
                .hasStatus(206)
                .hasHeader(HttpHeaders.CONTENT_RANGE, "bytes 2-4/10")
                .hasHeader(HttpHeaders.CONTENT_LENGTH, "3")
                .hasBodyTextEqualTo("234");
    }

    @Test
    void aPartBeyondTheEndIsRefused() {
        assertThat(mvc.get().uri(key.address()).header(HttpHeaders.RANGE, "bytes=10-"))
                .hasStatus(416)
                .hasHeader(HttpHeaders.CONTENT_RANGE, "bytes */10");
    }

    @Test
    void aHeadTellsTheSizeAndSendsNothing() {
        assertThat(mvc.head().uri(key.address()))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CONTENT_LENGTH, "10")
                .hasBodyTextEqualTo("");
    }

    @Test
    void whoHasItAlreadyIsToldSo() {
        assertThat(mvc.get().uri(key.address()).header(HttpHeaders.IF_NONE_MATCH, tag()))
                .hasStatus(304)
                .hasBodyTextEqualTo("");
    }

    @Test
    void aPartOfAnotherVersionIsTheWholeFile() {
        assertThat(mvc.get()
                        .uri(key.address())
                        .header(HttpHeaders.RANGE, "bytes=2-4")
                        .header(HttpHeaders.IF_RANGE, "\"another\""))
                .hasStatusOk()
                .hasBodyTextEqualTo("0123456789");
        assertThat(mvc.get()
                        .uri(key.address())
                        .header(HttpHeaders.RANGE, "bytes=2-4")
                        .header(HttpHeaders.IF_RANGE, tag()))
                .hasStatus(206);
    }

    @Test
    void aPictureIsServedLighterToWhoeverNamesTheFormat() throws IOException {
        open.key = store.put(
                Files.writeString(folder.resolve("jpeg"), "a jpeg"),
                "image/jpeg",
                Files.writeString(folder.resolve("webp"), "a webp"));

        assertThat(mvc.get().uri(open.key.address()).header(HttpHeaders.ACCEPT, "image/avif,image/webp,*/*"))
                .hasContentType("image/webp")
                .hasHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .hasBodyTextEqualTo("a webp");
        assertThat(mvc.get().uri(open.key.address()).header(HttpHeaders.ACCEPT, "*/*"))
                .hasContentType("image/jpeg")
                .hasHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .hasBodyTextEqualTo("a jpeg");
    }

    @Test
    void theLighterCopyGoesWithThePicture() throws IOException {
        var poster = store.put(
                Files.writeString(folder.resolve("jpeg"), "a jpeg"),
                "image/jpeg",
                Files.writeString(folder.resolve("webp"), "a webp"));
        assertThat(store.lighter(poster)).isPresent();

        store.delete(poster);

        assertThat(store.lighter(poster)).isEmpty();
    }

    @Test
    void whatWasHalfWrittenWhenAProcessEndedGoesWithIt() throws IOException {
        var key = store.put(Files.writeString(folder.resolve("jpeg"), "a jpeg"), "image/jpeg");
        var halves = List.of(
                store.path(key).resolveSibling(key + ".part"), store.path(key).resolveSibling(key + ".webp.part"));
        for (var half : halves) {
            Files.writeString(half, "pict");
        }

        store.delete(key);

        assertThat(halves).allMatch(Files::notExists);
    }

    @Test
    void aFileThatNobodyAllowsIsNotThere() throws IOException {
        var other = store.put(Files.writeString(folder.resolve("other"), "secret"), "image/jpeg");

        assertThat(mvc.get().uri(other.address())).hasStatus(404);
    }

    @Test
    void theFirstGuardThatKnowsAFileDecides() {
        assertThat(mvc.get().uri(key.address()).with(SecurityMockMvcRequestPostProcessors.user(DENIED.toString())))
                .hasStatus(404);
    }

    @Test
    void aNameThatIsNoKeyIsNotThere() {
        assertThat(mvc.get().uri("/media/{key}", "..%2f..%2fetc%2fpasswd")).hasStatus4xxClientError();
        assertThat(mvc.get().uri("/media/short.mp4")).hasStatus(404);
    }

    @Test
    void whatNobodyKeptIsSweptAndWhatIsKeptStays() throws IOException {
        var kept = store.put(Files.writeString(folder.resolve("kept"), "kept"), "video/mp4");
        store.keep(List.of(kept));
        clock.pass(Duration.ofDays(2));

        store.sweep(clock.instant().minus(Duration.ofDays(1)), List.of());

        assertThat(store.exists(kept)).isTrue();
        assertThat(store.exists(key)).isFalse();
    }

    private String tag() {
        return '"' + key.value().substring(0, 24) + '"';
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Guards {

        @Bean
        Open open() {
            return new Open();
        }

        @Bean
        @Order(0)
        MediaGuard denial() {
            return (key, viewer) -> DENIED.equals(viewer) ? MediaGuard.Ruling.DENY : MediaGuard.Ruling.UNKNOWN;
        }

        static class Open implements MediaGuard {
            volatile MediaKey key = MediaKey.random("mp4");

            @Override
            public Ruling mayRead(MediaKey asked, @org.jspecify.annotations.Nullable UUID viewer) {
                return asked.equals(key) ? Ruling.ALLOW : Ruling.UNKNOWN;
            }
        }
    }
}
