package app.emaki.archive;

import app.emaki.archive.Parcel.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what another Emaki exported. */
final class EmakiArchive {
    /** Stands before the id that a film had there. */
    static final String ORIGIN = "emaki:";

    private static final JsonMapper JSON = JsonMapper.shared();

    private EmakiArchive() {}

    /** Whether this is such a file at all. */
    static boolean is(Parcel zip) throws IOException {
        try {
            return zip.has("emaki.json")
                    && JSON.readTree(zip.text("emaki.json").orElse("{}"))
                            .path("format")
                            .asString("")
                            .equals(ArchiveWriter.FORMAT);
        } catch (JacksonException e) {
            return false;
        }
    }

    static List<Found> films(Parcel zip) throws IOException {
        try {
            var manifest =
                    JSON.readTree(zip.text("emaki.json").orElseThrow(() -> new Unreadable("archive.refused.json")));
            if (manifest.path("version").asInt(0) > ArchiveWriter.VERSION) {
                throw new Unreadable("archive.refused.version");
            }
            var videos = JSON.readTree(zip.text("videos.json").orElse("[]"));
            var films = new ArrayList<Found>();
            for (var video : videos) {
                var id = video.path("id").asString("");
                var clean = "videos/" + id + ".clean.mp4";
                var film = zip.has(clean) ? clean : "videos/" + id + ".mp4";
                if (id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}") && zip.has(film)) {
                    var captions = "videos/" + id + ".vtt";
                    films.add(new Found(
                            ORIGIN + id,
                            film,
                            zip.has(captions) ? captions : null,
                            video.path("caption").asString(""),
                            video.path("prompt").asString(""),
                            video.path("seed").asLong(0),
                            parent(video),
                            video.toString()));
                }
            }
            return films;
        } catch (JacksonException e) {
            throw new Unreadable("archive.refused.json");
        }
    }

    private static @Nullable String parent(JsonNode video) {
        var parent = video.path("remixOf").asString("");
        return parent.isEmpty() ? null : ORIGIN + parent;
    }
}
