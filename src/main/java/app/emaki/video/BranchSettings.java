package app.emaki.video;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a line of films is played and bound into one film.
 *
 * @param films the last ones of a line, so many at most
 * @param seconds of all films of a bound one together
 * @param kept how long a bound film is kept for download
 * @param orders that an account may give in a day
 */
@ConfigurationProperties("emaki.branch")
public record BranchSettings(
        @DefaultValue("24") int films,
        @DefaultValue("240") int seconds,
        @DefaultValue("7d") Duration kept,
        @DefaultValue("12") int orders) {}
