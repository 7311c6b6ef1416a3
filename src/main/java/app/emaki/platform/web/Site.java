package app.emaki.platform.web;

import app.emaki.platform.Settings;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where this instance is to be found from outside: {@code EMAKI_BASE_URL}, else the address by which it was asked. */
@Component
public class Site {
    private static final String LEARNT = "site.address";

    private final String baseUrl;
    private final int port;
    private final Settings settings;

    Site(@Value("${emaki.base-url}") String baseUrl, @Value("${server.port:8080}") int port, Settings settings) {
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
        this.port = port;
        this.settings = settings;
    }

    /** The address without a slash at its end, for links on a page that whoever asks gets to see. */
    public String address(HttpServletRequest request) {
        return baseUrl.isBlank() ? asked(request) : baseUrl;
    }

    /** The address as it is known without a request. */
    public String address(int port) {
        return baseUrl.isBlank() ? "http://localhost:" + port : baseUrl;
    }

    /**
     * The address for links in letters. What a request calls this place is for whoever sent it to say, and must not stand in a
     * letter to somebody else; so it is the address by which an admin came in last.
     */
    public String addressForLetters() {
        return baseUrl.isBlank()
                ? settings.find(LEARNT).filter(known -> !known.isEmpty()).orElseGet(() -> address(port))
                : baseUrl;
    }

    /** Learns the address from somebody who is trusted with it. */
    public void learn(HttpServletRequest request) {
        var here = asked(request);
        if (baseUrl.isBlank() && !here.equals(settings.find(LEARNT).orElse(""))) {
            settings.put(LEARNT, here);
        }
    }

    private static String asked(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).toUriString();
    }
}
