package app.emaki.api;

import app.emaki.platform.RateLimits.Limit;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How programs are let in.
 *
 * @param adminKey a key of the first admin's with this value, for automation; empty for none
 * @param requests calls by one key
 * @param aliases names of models that clients know from elsewhere, and which of ours answers to each; empty for the best on offer
 */
@ConfigurationProperties("emaki.api")
record ApiSettings(@DefaultValue("") String adminKey, Limit requests, Map<String, String> aliases) {}
