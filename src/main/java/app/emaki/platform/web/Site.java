package app.emaki.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where this instance is to be found from outside: {@code EMAKI_BASE_URL}, else the address by which it was asked. */
@Component
public class Site {
    private final String baseUrl;

    Site(@Value("${emaki.base-url}") String baseUrl) {
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    /** The address without a slash at its end, for links that leave the instance. */
    public String address(HttpServletRequest request) {
        return baseUrl.isBlank()
                ? ServletUriComponentsBuilder.fromContextPath(request).toUriString()
                : baseUrl;
    }

    /** The address as it is known without a request. */
    public String address(int port) {
        return baseUrl.isBlank() ? "http://localhost:" + port : baseUrl;
    }
}
