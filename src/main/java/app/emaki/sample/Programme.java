package app.emaki.sample;

import app.emaki.model.Aspect;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The cast and the clips, as written in {@code sample/clips.json}. */
record Programme(List<Player> cast, List<Clip> clips) {

    static Programme read(JsonMapper json) {
        try (InputStream file = Objects.requireNonNull(Programme.class.getResourceAsStream("/sample/clips.json"))) {
            return json.readValue(file, Programme.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A member of the cast. */
    record Player(String handle, String name, String about) {}

    /** A clip that one of the cast orders; {@code caption} is posted with it, and another one comments. */
    record Clip(
            String by, String language, Aspect aspect, int seconds, String caption, Remark comment, String prompt) {}

    /** What one of the cast says of another's clip. */
    record Remark(String by, String text) {}
}
