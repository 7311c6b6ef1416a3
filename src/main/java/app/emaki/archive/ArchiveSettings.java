package app.emaki.archive;

import app.emaki.platform.RateLimits.Limit;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * How much may be taken along and brought in.
 *
 * @param kept how long a finished export can be fetched
 * @param exports by one account
 * @param imports by one account
 * @param mostBytes of a file that is brought in
 * @param mostUnpacked of all that such a file holds
 * @param mostFilms in it
 * @param longestSeconds of a film in it
 */
@ConfigurationProperties("emaki.archive")
record ArchiveSettings(
        Duration kept,
        Limit exports,
        Limit imports,
        DataSize mostBytes,
        DataSize mostUnpacked,
        int mostFilms,
        int longestSeconds) {}
