package app.emaki.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of films as the Videos protocol writes it. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record VideoList(
        String object,
        List<VideoResource> data,
        @JsonProperty("first_id") @Nullable String firstId,
        @JsonProperty("last_id") @Nullable String lastId,
        @JsonProperty("has_more") boolean hasMore) {

    static VideoList of(List<VideoResource> data, boolean hasMore) {
        return new VideoList(
                "list",
                data,
                data.isEmpty() ? null : data.getFirst().id(),
                data.isEmpty() ? null : data.getLast().id(),
                hasMore);
    }
}
