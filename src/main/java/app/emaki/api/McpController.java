package app.emaki.api;

import app.emaki.platform.web.Site;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The Model Context Protocol over streamable HTTP, without sessions and without streams: each POST is one JSON-RPC message and is
 * answered by one. Assistants make films here with the key that they are given.
 */
@RestController
class McpController {
    private static final List<String> VERSIONS = List.of("2025-11-25", "2025-06-18", "2025-03-26");
    private static final int PARSE_ERROR = -32700;
    private static final int INVALID_REQUEST = -32600;
    private static final int NO_SUCH_METHOD = -32601;
    private static final int INVALID_PARAMS = -32602;
    private static final int MOST = 1_000_000;

    private final McpTools tools;
    private final Site site;
    private final JsonMapper json;

    McpController(McpTools tools, Site site, JsonMapper json) {
        this.tools = tools;
        this.site = site;
        this.json = json;
    }

    @PostMapping("/mcp")
    ResponseEntity<Map<String, Object>> message(@AuthenticationPrincipal Caller caller, HttpServletRequest request)
            throws java.io.IOException {
        refuseOtherPages(request);
        JsonNode message;
        try {
            message = json.readTree(request.getInputStream().readNBytes(MOST));
        } catch (JacksonException e) {
            return ResponseEntity.badRequest().body(error(null, PARSE_ERROR, "The message is no JSON"));
        }
        var method = message.path("method").asString("");
        if (!message.isObject() || method.isEmpty()) {
            return message.isObject() && (message.has("result") || message.has("error"))
                    ? ResponseEntity.accepted().build()
                    : ResponseEntity.badRequest()
                            .body(error(null, INVALID_REQUEST, "The message must be one JSON-RPC request"));
        }
        if (!message.has("id")) {
            // a notification wants no answer
            return ResponseEntity.accepted().build();
        }
        return ResponseEntity.ok(answer(caller, method, message, site.address(request)));
    }

    private Map<String, Object> answer(Caller caller, String method, JsonNode message, String address) {
        var id = message.get("id");
        var params = message.path("params");
        return switch (method) {
            case "initialize" -> result(id, hello(params.path("protocolVersion").asString("")));
            case "ping" -> result(id, Map.of());
            case "tools/list" -> result(id, Map.of("tools", tools.list()));
            case "tools/call" ->
                tools.call(caller, params.path("name").asString(""), params.path("arguments"), address)
                        .map(it -> result(id, it))
                        .orElseGet(() -> error(id, INVALID_PARAMS, "There is no such tool"));
            default -> error(id, NO_SUCH_METHOD, "There is no method " + method);
        };
    }

    private static Map<String, Object> hello(String asked) {
        var hello = new LinkedHashMap<String, Object>();
        hello.put("protocolVersion", VERSIONS.contains(asked) ? asked : VERSIONS.getFirst());
        hello.put("capabilities", Map.of("tools", Map.of("listChanged", false)));
        hello.put("serverInfo", Map.of("name", "emaki", "title", "Emaki", "version", "1"));
        hello.put(
                "instructions",
                "Emaki makes short films with sound from words. Order one with create_video, ask video_status until it is"
                        + " completed, then get its addresses with fetch_video. Films cost credits of the key's owner.");
        return hello;
    }

    /** A page of another place that holds somebody's key has no business here. */
    private void refuseOtherPages(HttpServletRequest request) {
        var origin = Optional.ofNullable(request.getHeader("Origin"));
        if (origin.filter(it -> !it.equals(site.address(request))).isPresent()) {
            throw new ApiException(ApiError.of(
                    HttpStatus.FORBIDDEN, "foreign_origin", "This endpoint is not for pages of other places."));
        }
    }

    private static Map<String, Object> result(JsonNode id, Object result) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("jsonrpc", "2.0");
        answer.put("id", id);
        answer.put("result", result);
        return answer;
    }

    private static Map<String, Object> error(@Nullable JsonNode id, int code, String message) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("jsonrpc", "2.0");
        if (id != null) {
            answer.put("id", id);
        }
        answer.put("error", Map.of("code", code, "message", message));
        return answer;
    }
}
