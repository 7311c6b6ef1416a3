package app.emaki.api;

import app.emaki.platform.Page;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A page of a list beyond the Videos protocol.
 *
 * @param next what to send as {@code before} for the page that follows, null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ListPage<T>(
        String object,
        List<T> data,
        boolean hasMore,
        @Nullable String next) {

    static <R, T> ListPage<T> of(Page<R> page, Function<R, T> shown) {
        return new ListPage<>("list", page.items().stream().map(shown).toList(), page.next() != null, page.next());
    }
}
