package app.emaki.studio;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A language model that improves prompts.
 *
 * @param url of an OpenAI-compatible API, as {@code http://127.0.0.1:11434/v1}; empty for none: then rules improve
 * @param timeout for the whole answer
 */
@ConfigurationProperties("emaki.studio.writer")
record WriterSettings(
        @DefaultValue("") String url,
        @DefaultValue("") String key,
        @DefaultValue("") String model,
        @DefaultValue("20s") Duration timeout) {}
