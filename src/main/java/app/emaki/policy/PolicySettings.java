package app.emaki.policy;

import app.emaki.policy.Verdict.Effect;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param endpoint a moderation endpoint that votes beside the rules
 */
@ConfigurationProperties("emaki.policy")
record PolicySettings(@DefaultValue Endpoint endpoint) {

    /**
     * @param url of an OpenAI-compatible {@code /v1/moderations}; empty for none
     * @param model named in each question; empty to leave it to the endpoint
     * @param flagged what follows when it flags a text
     * @param failed what follows when it cannot be asked; ALLOW leaves the rules alone to decide
     * @param rest how long it is left alone after a failure
     */
    record Endpoint(
            @DefaultValue("") String url,
            @DefaultValue("") String key,
            @DefaultValue("") String model,
            @DefaultValue("HOLD") Effect flagged,
            @DefaultValue("ALLOW") Effect failed,
            @DefaultValue("3s") Duration timeout,
            @DefaultValue("30s") Duration rest) {}
}
