package app.emaki.notification;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param hosts push services that may be written to, each with all below it: a browser names the address, and it must lead
 *     nowhere else
 */
@ConfigurationProperties("emaki.push")
record PushSettings(
        @DefaultValue({"fcm.googleapis.com", "push.services.mozilla.com", "push.apple.com", "notify.windows.com"})
        List<String> hosts) {

    boolean allows(java.net.URI endpoint) {
        var host = endpoint.getHost();
        return "https".equals(endpoint.getScheme())
                && host != null
                && endpoint.getUserInfo() == null
                && (endpoint.getPort() == -1 || endpoint.getPort() == 443)
                && hosts.stream().anyMatch(known -> host.equals(known) || host.endsWith("." + known));
    }
}
