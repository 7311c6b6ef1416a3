package app.emaki.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a request under one kind of name, whether they came as JSON or in parts: {@code {"video": {"id": "x"}}} and a part
 * {@code video[id]} are both {@code video[id]}, and members of lists are {@code name[]}. A part is what its bytes say, with or
 * without a file name.
 */
final class Fields {
    /** Longest body in JSON: a picture of 20 MB in base64, and words. */
    private static final int MOST_JSON = 28_000_000;

    /** Longest value that is still words. */
    private static final int MOST_TEXT = 21_000_000;

    private final TreeMap<String, List<byte[]>> values = new TreeMap<>();

    private Fields() {}

    /** Reads a request; one without a body has no fields. */
    static Fields of(HttpServletRequest request, JsonMapper json) {
        var fields = new Fields();
        try {
            var type = type(request);
            if (type != null && MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
                fields.addParts(request, json);
            } else if (type != null && MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
                var bytes = request.getInputStream().readNBytes(MOST_JSON + 1);
                if (bytes.length > MOST_JSON) {
                    throw tooLarge();
                }
                fields.addJson(bytes, json);
            } else {
                throw new ApiException(ApiError.of(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "unsupported_media_type",
                        "Send the body as application/json or multipart/form-data."));
            }
            return fields;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The fields of an object that is read already. */
    static Fields of(JsonNode object) {
        var fields = new Fields();
        object.properties().forEach(field -> fields.add(field.getKey(), field.getValue()));
        return fields;
    }

    private static @Nullable MediaType type(HttpServletRequest request) {
        try {
            return request.getContentType() == null ? null : MediaType.parseMediaType(request.getContentType());
        } catch (InvalidMediaTypeException e) {
            return null;
        }
    }

    static ApiException tooLarge() {
        return new ApiException(ApiError.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "request_too_large",
                "A request may have 25 MB, and a picture or a film in it 20 MB."));
    }

    private void addParts(HttpServletRequest request, JsonMapper json) throws IOException {
        try {
            for (var part : request.getParts()) {
                try (var in = part.getInputStream()) {
                    addPart(part.getName(), in.readAllBytes(), part.getSubmittedFileName() != null, json);
                }
            }
        } catch (ServletException | IllegalStateException e) {
            throw new ApiException(ApiError.invalid(
                    "invalid_multipart", null, "The parts of the body cannot be read; is the boundary right?"));
        }
    }

    /** Some clients put an object into one part, as JSON. */
    private void addPart(String name, byte[] bytes, boolean named, JsonMapper json) {
        if (!named && bytes.length > 1 && bytes[0] == '{' && bytes[bytes.length - 1] == '}') {
            try {
                add(name, json.readTree(bytes));
                return;
            } catch (JacksonException e) {
                // words that only look like it
            }
        }
        put(plain(name), bytes);
    }

    private void addJson(byte[] bytes, JsonMapper json) {
        JsonNode tree;
        try {
            tree = json.readTree(bytes);
        } catch (JacksonException e) {
            throw new ApiException(ApiError.invalid("invalid_json", null, "The body is no JSON."));
        }
        if (!tree.isObject()) {
            throw new ApiException(ApiError.invalid("invalid_json", null, "The body must be one JSON object."));
        }
        tree.properties().forEach(field -> add(field.getKey(), field.getValue()));
    }

    private void add(String name, JsonNode node) {
        if (node.isObject()) {
            node.properties().forEach(field -> add(name + "[" + field.getKey() + "]", field.getValue()));
        } else if (node.isArray()) {
            node.forEach(member -> add(name + "[]", member));
        } else if (!node.isNull()) {
            put(name, node.asString().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Numbered members of lists are members of lists. */
    private static String plain(String name) {
        return name.replaceAll("\\[\\d+]", "[]");
    }

    private void put(String name, byte[] bytes) {
        values.computeIfAbsent(name, it -> new ArrayList<>()).add(bytes);
    }

    /** The one value of a field as text; empty when it is absent or blank. */
    Optional<String> text(String name) {
        return bytes(name)
                .filter(it -> it.length <= MOST_TEXT)
                .map(it -> words(name, it))
                .filter(it -> !it.isBlank());
    }

    /** The database knows no character zero, and no sentence needs it. */
    private static String words(String name, byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new ApiException(
                    ApiError.invalid("invalid_value", name, name + " must be text without the character zero."));
        }
        return text;
    }

    /** The one value of a field as it came; empty when it is absent. */
    Optional<byte[]> bytes(String name) {
        var all = values.getOrDefault(name, List.of());
        if (all.size() > 1) {
            throw new ApiException(ApiError.invalid("duplicate_parameter", name, "Send " + name + " once."));
        }
        return all.stream().findFirst();
    }

    /** All values of a list as they came, under its plain name or that of its members. */
    List<byte[]> all(String name) {
        return Stream.concat(
                        values.getOrDefault(name, List.of()).stream(),
                        values.getOrDefault(name + "[]", List.of()).stream())
                .filter(it -> it.length > 0)
                .toList();
    }

    /** All values of a list. */
    List<String> texts(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(it -> words(name, it))
                .toList();
    }

    /** Refuses what nobody here reads, so that nothing is lost in silence. */
    void only(Set<String> known) {
        for (var name : values.keySet()) {
            if (!known.contains(name)) {
                throw new ApiException(ApiError.invalid(
                        "unknown_parameter",
                        name,
                        "There is no parameter " + name + " here. Known are "
                                + String.join(", ", new java.util.TreeSet<>(known)) + "."));
            }
        }
    }

    /** What tells this body from every other one, in whatever shape and order it came. */
    String hash() {
        var digest = KeyText.sha256();
        try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            for (var field : values.entrySet()) {
                for (var value : field.getValue()) {
                    out.writeUTF(field.getKey());
                    out.writeInt(value.length);
                    out.write(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
