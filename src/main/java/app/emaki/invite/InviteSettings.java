package app.emaki.invite;

import app.emaki.platform.RateLimits.Limit;
import app.emaki.platform.web.RemoteNetwork;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often codes may be guessed and how many seats an admin may put on one.
 *
 * @param account wrong codes by one account
 * @param address wrong codes by one network
 * @param instance wrong codes by everybody together; this one decides how long guessing takes
 * @param alarm wrong codes within an hour that make an admin look
 * @param hold seats that one network may keep for somebody
 * @param waiting names that one network may put on the waiting list
 * @param waitingInstance names that everybody together may put there
 * @param mostSeats on a code that an admin issues
 */
@ConfigurationProperties("emaki.invite")
record InviteSettings(
        Limit account,
        Limit address,
        Limit instance,
        int mostSeats,
        int alarm,
        Limit hold,
        Limit waiting,
        Limit waitingInstance) {

    /** The limits that one try has to pass, by their keys. */
    Map<String, Limit> of(UUID newcomer, HttpServletRequest request) {
        var limits = new LinkedHashMap<String, Limit>();
        limits.put("code:" + newcomer, account);
        limits.put("code:" + RemoteNetwork.of(request), address);
        limits.put("code", instance);
        return limits;
    }
}
