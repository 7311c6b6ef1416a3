package app.emaki.account;

import app.emaki.platform.RateLimits.Limit;
import app.emaki.platform.web.RemoteNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often somebody may try to get in.
 *
 * @param secondFactor codes for one account
 * @param letters      links for one account, and for one address
 */
@ConfigurationProperties("emaki.entry")
record EntrySettings(Gate signIn, Gate signUp, Limit secondFactor, Limit letters) {

    /** How often one network may try, and all of them together. */
    record Gate(Limit address, Limit instance) {

        /** The limits that one request has to pass, by their keys. */
        Map<String, Limit> of(String name, HttpServletRequest request) {
            var limits = new LinkedHashMap<String, Limit>();
            limits.put(name + ":" + RemoteNetwork.of(request), address);
            limits.put(name, instance);
            return limits;
        }
    }
}
