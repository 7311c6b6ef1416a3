package app.emaki.attack;

import static app.emaki.account.SignedInAs.signedInAs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.emaki.EmakiTest;
import app.emaki.account.Accounts;
import app.emaki.account.Viewer;
import app.emaki.cameo.TestCameos;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Files that are not what they say, or much more than they look, at every door that takes a file. */
@EmakiTest
class UploadTests {
    private static final String SCRIPT = "<script>alert(document.domain)</script>";
    /** Every route that takes a file, by the field that it comes in. */
    private static final Map<String, String> DOORS = Map.of(
            "POST /cameo picture", "/cameo",
            "POST /cameo voice", "/cameo",
            "POST /cameo/looks picture", "/cameo/looks",
            "POST /cameo/voices voice", "/cameo/voices",
            "POST /settings/data/imports file", "/settings/data/imports",
            "POST /studio/box file", "/studio/box",
            "PUT /studio/draft picture", "/studio/draft",
            "POST /generations picture", "/generations",
            "POST /admin/policy/import rules", "/admin/policy/import");
    /** Takes what another door takes, by the same code, for a thing of one's own. */
    private static final Set<String> AS_ANOTHER =
            Set.of("POST /cameo/{id}/renewal picture", "POST /cameo/{id}/renewal voice");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TestCameos people;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    static Stream<Arguments> everyFileAtEveryDoor() {
        return DOORS.keySet().stream()
                .sorted()
                .flatMap(door ->
                        files().entrySet().stream().map(file -> Arguments.of(door, file.getKey(), file.getValue())));
    }

    @Test
    void everyDoorThatTakesAFileIsKnown() {
        var found = Fields.of(mapping)
                .filter(field -> MultipartFile.class.isAssignableFrom(field.type()))
                .map(Fields.Field::toString)
                .collect(Collectors.toSet());
        found.removeAll(AS_ANOTHER);

        assertThat(found).isEqualTo(DOORS.keySet());
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("everyFileAtEveryDoor")
    void nothingComesInThatIsNotWhatItSays(String door, String name, byte[] content) {
        var words = door.split(" ", -1);
        var who = words[1].startsWith("/admin") ? admin() : people.member("up");
        var began = System.nanoTime();
        var answer = mvc.method(HttpMethod.valueOf(words[0]))
                .uri(DOORS.get(door))
                .multipart()
                .file(new MockMultipartFile(words[2], name, claimed(name), content))
                .param("kind", "PERSON")
                .param("consent", "true")
                .with(signedInAs(who))
                .with(csrf())
                .exchange();

        assertThat(answer.getUnresolvedException()).isNull();
        assertThat(answer.getResponse().getStatus()).isLessThan(500);
        assertThat(body(answer)).doesNotContain(SCRIPT);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).as("a bomb").isLessThan(Duration.ofSeconds(20));
        assertThat(mine(who)).as("what was kept").isZero();
    }

    @Test
    void nothingThatLiesInTheStoreIsServedAsAPage() {
        assertThat(jdbc.sql("select distinct content_type from media_object")
                        .query(String.class)
                        .list())
                .allMatch(type -> type.matches("(video|image|audio)/[a-z0-9.+-]+|text/vtt.*|application/octet-stream"))
                .noneMatch(type -> type.contains("svg") || type.contains("html") || type.contains("xml"));
    }

    /** Portraits, voices and pictures that somebody has left behind. */
    private int mine(Viewer who) {
        return jdbc.sql(
                        "select (select count(*) from cameo where owner = :id) + (select count(*) from generation where account_id = :id)")
                .param("id", who.id())
                .query(Integer.class)
                .single();
    }

    private Viewer admin() {
        return accounts.find("keeper").orElseThrow();
    }

    private static String body(org.springframework.test.web.servlet.assertj.MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String claimed(String name) {
        return name.contains(".png") ? "image/png" : name.contains(".zip") ? "application/zip" : "image/jpeg";
    }

    private static Map<String, byte[]> files() {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("nothing.png", new byte[0]);
        files.put("page.jpg", text("<!doctype html>" + SCRIPT));
        files.put("../../../../etc/cron.d/evil\0.png", text(SCRIPT));
        files.put("gif-and-script.jpg", text("GIF89a/*" + SCRIPT + "*/=1;"));
        files.put(
                "jpeg-and-page.jpg",
                join(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}, text(SCRIPT)));
        files.put(
                "drawing.png", text("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'>" + SCRIPT + "</svg>"));
        files.put(
                "laughs.png",
                text("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>"
                        + "<!ENTITY x SYSTEM 'file:///etc/passwd'>]><l>&b;&x;</l>"));
        files.put("wall.png", png(60_000, 60_000));
        files.put("playlist.jpg", text("#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nfile:///etc/passwd\n"));
        files.put("concat.jpg", text("ffconcat version 1.0\nfile /etc/passwd\n"));
        files.put("program.jpg", join(new byte[] {0x7f}, text("ELF")));
        files.put("paper.jpg", text("%PDF-1.7\n" + SCRIPT));
        files.put("endless.png", join(text("RIFF\377\377\377\377WAVEfmt "), new byte[64]));
        files.put("bomb.zip", bomb());
        files.put("way-out.zip", zip("../../../../tmp/evil.sh", text("#!/bin/sh")));
        files.put("picture-and-archive.png", join(png(2, 2), zip("x.html", text(SCRIPT))));
        return files;
    }

    private static byte[] text(String words) {
        return words.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] join(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    /** Thirty megabytes of nothing, small as long as it is folded. */
    private static byte[] bomb() {
        return zip("film.mp4", new byte[30_000_000]);
    }

    private static byte[] zip(String name, byte[] content) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A picture that says it is so large, with nearly nothing behind it. */
    private static byte[] png(int width, int height) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        chunk(
                bytes,
                "IHDR",
                ByteBuffer.allocate(13)
                        .putInt(width)
                        .putInt(height)
                        .put(new byte[] {8, 2, 0, 0, 0})
                        .array());
        var packed = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(packed)) {
            out.write(new byte[1000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        chunk(bytes, "IDAT", packed.toByteArray());
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String name, byte[] content) {
        var crc = new CRC32();
        List.of(text(name), content).forEach(crc::update);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(text(name));
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
