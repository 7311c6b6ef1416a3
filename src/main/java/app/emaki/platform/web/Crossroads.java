package app.emaki.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds who answers an address. Spring tries every pattern for an address with something variable in it, and there are hundreds:
 * those that begin otherwise are passed over at a glance.
 */
@Component
class Crossroads implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new Signposts();
    }

    private static final class Signposts extends RequestMappingHandlerMapping {
        private final Map<RequestMappingInfo, String> beginnings = new ConcurrentHashMap<>();

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request)
                throws Exception {
            return super.lookupHandlerMethod(path, new Asked(request, path));
        }

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
            return request instanceof Asked asked
                            && !asked.begins(beginnings.computeIfAbsent(info, Signposts::beginning))
                    ? null
                    : super.getMatchingMapping(info, request);
        }

        /** What all addresses of a mapping begin with, up to the first variable. */
        private static String beginning(RequestMappingInfo info) {
            return info.getPatternValues().stream()
                    .map(pattern -> pattern.replaceFirst("[{*?\\[].*", ""))
                    .reduce(Signposts::common)
                    .orElse("");
        }

        private static String common(String one, String other) {
            int length = 0;
            while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
                length++;
            }
            return one.substring(0, length);
        }
    }

    /** A request with its address at hand. */
    private static final class Asked extends HttpServletRequestWrapper {
        private final String path;
        private final boolean plain;

        Asked(HttpServletRequest request, String path) {
            super(request);
            this.path = path;
            this.plain = path.indexOf('%') < 0;
        }

        /** Letters that are written as bytes may stand for any beginning. */
        boolean begins(String beginning) {
            return path.startsWith(beginning) || !plain;
        }
    }
}
