package app.emaki.model.remote;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A multipart form, as the official clients of the Videos protocol send it. */
final class Form {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String boundary;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    Form() {
        var bytes = new byte[12];
        RANDOM.nextBytes(bytes);
        boundary = "emaki-" + HexFormat.of().formatHex(bytes);
    }

    Form text(String name, String value) {
        head("name=\"" + name + "\"", "text/plain; charset=utf-8");
        write(value);
        write("\r\n");
        return this;
    }

    Form file(String name, String filename, String contentType, byte[] bytes) {
        head("name=\"" + name + "\"; filename=\"" + filename + "\"", contentType);
        body.writeBytes(bytes);
        write("\r\n");
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    HttpRequest.BodyPublisher publisher() {
        write("--" + boundary + "--\r\n");
        return HttpRequest.BodyPublishers.ofByteArray(body.toByteArray());
    }

    private void head(String disposition, String contentType) {
        write("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\nContent-Type: "
                + contentType + "\r\n\r\n");
    }

    private void write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
