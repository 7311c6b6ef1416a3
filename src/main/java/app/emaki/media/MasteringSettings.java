package app.emaki.media;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How films are mastered.
 *
 * @param memory heap of the mastering process in MB
 * @param patience longest time for one film, beside twenty seconds for each of its own
 */
@ConfigurationProperties("emaki.mastering")
record MasteringSettings(
        @DefaultValue("320") int memory,
        @DefaultValue("60s") Duration patience) {}
