package app.emaki.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The time zone of whoever looks: their browser tells it in a cookie; until it has, the instance's own. */
@Component
public class ViewerZone {
    static final String COOKIE = "emaki-zone";

    private final ZoneId instance;

    ViewerZone(@Value("${emaki.zone}") ZoneId instance) {
        this.instance = instance;
    }

    /** The zone for all times on the page that is asked for. */
    public ZoneId of(HttpServletRequest request) {
        var told = WebUtils.getCookie(request, COOKIE);
        try {
            return told == null ? instance : ZoneId.of(told.getValue());
        } catch (DateTimeException e) {
            // anybody can write anything into a cookie
            return instance;
        }
    }
}
