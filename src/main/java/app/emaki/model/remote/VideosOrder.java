package app.emaki.model.remote;

import app.emaki.model.Picture;
import app.emaki.model.RenderRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The body of an order in the Videos protocol: the same words everywhere, and pictures in the field and the form that each server
 * reads them from.
 *
 * @param extras what the model's template adds
 * @param characters ids of those who shall appear, where the backend made characters of their pictures
 */
record VideosOrder(
        Dialect dialect,
        RemoteModel model,
        RenderRequest request,
        Cast cast,
        ObjectNode extras,
        List<String> characters) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A body and what it is. */
    record Body(String contentType, BodyPublisher publisher) {
        static Body of(ObjectNode json) {
            return new Body("application/json", BodyPublishers.ofString(JSON.writeValueAsString(json)));
        }

        static Body of(Form form) {
            return new Body(form.contentType(), form.publisher());
        }
    }

    /** JSON where a list of objects has to go along, or where there is nothing but words for a server that likes it better. */
    Body body() {
        boolean words = cast.shown().isEmpty() && cast.frame().isEmpty();
        return !characters.isEmpty() || byTemplate() || dialect.json() && words ? json() : form();
    }

    /** Pictures stand in what the template adds. */
    private boolean byTemplate() {
        return dialect == Dialect.SGLANG && !cast.shown().isEmpty() && placed();
    }

    private boolean placed() {
        return InputTemplate.parse(model.input()).pictures() > 0;
    }

    private Body json() {
        var body = JSON.createObjectNode()
                .put("model", model.remote())
                .put("prompt", cast.prompt())
                .put("size", request.size().toString());
        if (dialect == Dialect.SGLANG) {
            body.put("seconds", request.seconds());
        } else {
            body.put("seconds", String.valueOf(request.seconds()));
        }
        body.setAll(extras);
        leading().map(RemoteClient::dataUrl).ifPresent(picture -> {
            if (dialect == Dialect.SGLANG) {
                body.put("reference_url", picture);
            } else {
                body.putObject("input_reference").put("image_url", picture);
            }
        });
        if (!characters.isEmpty()) {
            var list = body.putArray("characters");
            characters.forEach(id -> list.addObject().put("id", id));
        }
        return Body.of(body);
    }

    private Body form() {
        var form = new Form()
                .text("model", model.remote())
                .text("prompt", cast.prompt())
                .text("seconds", String.valueOf(request.seconds()))
                .text("size", request.size().toString());
        extras.properties().forEach(field -> form.text(field.getKey(), written(field.getValue())));
        pictures(form);
        return Body.of(form);
    }

    /** Puts the pictures into a form, in the fields that the dialect has for them. */
    void pictures(Form form) {
        switch (dialect) {
            case VLLM_OMNI -> {
                if (cast.shown().isEmpty()) {
                    cast.frame().ifPresent(it -> file(form, "input_reference", "first-frame", it));
                } else {
                    // it takes these or a first frame, so that a frame beside them becomes one of them
                    Stream.concat(cast.shown().stream(), cast.frame().stream())
                            .forEach(it -> file(form, "input_references", "reference", it));
                }
            }
            case EMAKI -> {
                cast.people().forEach(it -> file(form, "portraits", "portrait", it));
                cast.things().forEach(it -> file(form, "input_references", "reference", it));
                cast.frame().ifPresent(it -> file(form, "input_reference", "first-frame", it));
                if (!cast.shown().isEmpty() || cast.frame().isPresent()) {
                    // whose faces may be seen was asked here already
                    form.text("face_consent", "true");
                }
            }
            default -> leading().ifPresent(it -> file(form, "input_reference", "first-frame", it));
        }
    }

    /** The protocol's one picture: the first frame, or else the thing that shall appear. */
    private Optional<Picture> leading() {
        return cast.frame()
                .or(() -> placed() ? Optional.empty() : cast.things().stream().findFirst());
    }

    private static void file(Form form, String field, String name, Picture picture) {
        var ending = Map.of("image/png", "png", "image/webp", "webp").getOrDefault(picture.contentType(), "jpg");
        form.file(field, name + "." + ending, picture.contentType(), picture.bytes());
    }

    private static String written(JsonNode value) {
        return value.isString() ? value.stringValue() : value.toString();
    }
}
