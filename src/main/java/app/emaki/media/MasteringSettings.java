package app.emaki.media;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How films are mastered.
 *
 * @param memory heap of the mastering process in MB
 * @param nativeMemory what it may have beside that, for FFmpeg and the machine itself, in MB
 * @param largest file that it may write, in MB
 * @param patience longest time for one film, beside twenty seconds for each of its own
 */
@ConfigurationProperties("emaki.mastering")
record MasteringSettings(
        @DefaultValue("320") int memory,
        @DefaultValue("768") int nativeMemory,
        @DefaultValue("1024") int largest,
        @DefaultValue("60s") Duration patience) {}
