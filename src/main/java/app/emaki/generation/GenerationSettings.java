package app.emaki.generation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the engine runs.
 *
 * @param worker whether this process works on jobs, or only takes orders
 * @param lease how long a job is one worker's own without a sign of life
 * @param tick longest pause between two looks at the table
 * @param threads steps at a time in this process
 * @param patience how long a backend that is busy or out of reach is asked again
 * @param overall longest time from admission to the end of rendering
 * @param stall longest time without progress, for backends that tell any
 * @param fetch longest time to fetch a result
 * @param unknown how long an unclear submit is looked for
 * @param maxBytes largest result that is fetched
 * @param maxWaiting films an account may have in the queue
 * @param maxPrompt characters of a prompt
 */
@ConfigurationProperties("emaki.generation")
record GenerationSettings(
        @DefaultValue("true") boolean worker,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("1s") Duration tick,
        @DefaultValue("128") int threads,
        @DefaultValue("10m") Duration patience,
        @DefaultValue("30m") Duration overall,
        @DefaultValue("5m") Duration stall,
        @DefaultValue("10m") Duration fetch,
        @DefaultValue("30m") Duration unknown,
        @DefaultValue("500000000") long maxBytes,
        @DefaultValue("40") int maxWaiting,
        @DefaultValue("4000") int maxPrompt) {}
