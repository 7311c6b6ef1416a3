package app.emaki.api;

import app.emaki.generation.GenerationRefused;
import app.emaki.generation.ImageRefused;
import app.emaki.generation.State;
import app.emaki.platform.Cursor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What assistants can do: order a film, ask how it stands, get it, and look at the feed. A mistake is told to them in words. */
@Component
class McpTools {
    private static final int FEED_PAGE = 10;

    private final Orders orders;
    private final Composer composer;
    private final JobQuery jobs;
    private final FeedReads feed;
    private final JsonMapper json;

    McpTools(Orders orders, Composer composer, JobQuery jobs, FeedReads feed, JsonMapper json) {
        this.orders = orders;
        this.composer = composer;
        this.jobs = jobs;
        this.feed = feed;
        this.json = json;
    }

    List<Map<String, Object>> list() {
        return List.of(
                tool(
                        "create_video",
                        "Order a film",
                        "Orders a short film with sound from words. It costs credits and takes a while; ask video_status for it.",
                        false,
                        List.of("prompt"),
                        Map.of(
                                "prompt", text("What the film shall show and sound like, in English or Japanese"),
                                "seconds", text("Length in seconds, as text; 4 unless told"),
                                "size", text("Width x height, for instance 720x1280 (upright) or 1280x720 (wide)"),
                                "model", text("A model of GET /v1/models; the best one unless told"),
                                "negative_prompt", text("What must not be seen"),
                                "input_image_url", text("A picture to start from: an https address or a data URL"),
                                "face_consent",
                                        text(
                                                "true, only where the user has said that a face in the picture is their own or of"
                                                        + " somebody who agreed"))),
                tool(
                        "video_status",
                        "How a film stands",
                        "Tells how far a film is: queued, in_progress with a percentage, completed or failed with a reason.",
                        true,
                        List.of("id"),
                        Map.of("id", text("The id that create_video gave"))),
                tool(
                        "fetch_video",
                        "Get a film",
                        "Gives the addresses of a finished film: its page, and the MP4 that is read with the same key.",
                        true,
                        List.of("id"),
                        Map.of("id", text("The id that create_video gave"))),
                tool(
                        "feed",
                        "Look at the feed",
                        "Lists films that people show here, newest first unless told otherwise.",
                        true,
                        List.of(),
                        Map.of(
                                "tab", text("latest, popular or following"),
                                "before", text("The next of the page before, for the page that follows"))));
    }

    /** What a tool answers; empty when there is no such tool. */
    Optional<Map<String, Object>> call(Caller caller, String name, JsonNode arguments, String address) {
        try {
            return switch (name) {
                case "create_video" -> Optional.of(create(need(caller, Scope.GENERATE), arguments));
                case "video_status" -> Optional.of(status(need(caller, Scope.READ), arguments));
                case "fetch_video" -> Optional.of(fetch(need(caller, Scope.READ), arguments, address));
                case "feed" -> Optional.of(look(need(caller, Scope.READ), arguments, address));
                default -> Optional.empty();
            };
        } catch (ApiException e) {
            return Optional.of(mistake(e.error()));
        } catch (GenerationRefused e) {
            return Optional.of(mistake(Refused.of(e)));
        } catch (ImageRefused e) {
            return Optional.of(mistake(Refused.of(e)));
        }
    }

    private Map<String, Object> create(Caller caller, JsonNode arguments) {
        var fields = Fields.of(order(arguments));
        fields.only(Composer.CREATE);
        // assistants repeat themselves on purpose only
        var delivery = new Delivery("/mcp", null, 0);
        var placed = orders.place(caller, delivery, fields.hash(), () -> composer.create(caller, fields));
        orders.answered(placed.order());
        return told(json.valueToTree(VideoResource.of(placed.job())));
    }

    private JsonNode order(JsonNode arguments) {
        var order = json.createObjectNode();
        for (var name : List.of("prompt", "seconds", "size", "model", "negative_prompt", "face_consent")) {
            if (!arguments.path(name).asString("").isBlank()) {
                order.put(name, arguments.path(name).asString());
            }
        }
        var picture = arguments.path("input_image_url").asString("");
        if (!picture.isBlank()) {
            order.putObject("input_reference").put("image_url", picture);
        }
        return order;
    }

    private Map<String, Object> status(Caller caller, JsonNode arguments) {
        return told(json.valueToTree(VideoResource.of(find(caller, arguments))));
    }

    private Map<String, Object> fetch(Caller caller, JsonNode arguments, String address) {
        var job = find(caller, arguments);
        if (job.state() != State.SUCCEEDED) {
            throw new ApiException(Composer.notReady());
        }
        var id = VideoId.of(job.id());
        var film = address + "/v1/videos/" + id + "/content";
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", id);
        answer.put("page", address + "/v/" + id.substring("video_".length()));
        answer.put("film", film);
        answer.put("poster", film + "?variant=thumbnail");
        var told = told(json.valueToTree(answer));
        var content = new ArrayList<Object>((List<?>) told.get("content"));
        content.add(Map.of("type", "resource_link", "uri", film, "name", id + ".mp4", "mimeType", "video/mp4"));
        told.put("content", content);
        return told;
    }

    private Map<String, Object> look(Caller caller, JsonNode arguments, String address) {
        var tab = arguments.path("tab").asString("");
        var before = arguments.path("before").asString("");
        Cursor cursor = FeedApiController.cursor(before);
        var page = feed.page(
                FeedApiController.kind(tab.isBlank() ? "latest" : tab),
                caller.viewer().id(),
                null,
                cursor,
                FEED_PAGE);
        return told(json.valueToTree(ListPage.of(page, card -> PublicVideo.of(card, address))));
    }

    private Job find(Caller caller, JsonNode arguments) {
        var id = arguments.path("id").asString("");
        UUID account = caller.viewer().id();
        return VideoId.parse(id)
                .flatMap(it -> jobs.find(account, it))
                .orElseThrow(() -> new ApiException(VideoId.gone(id)));
    }

    private static Caller need(Caller caller, Scope scope) {
        if (!caller.may(scope)) {
            throw new ApiException(ApiError.invalid(
                    "insufficient_scope",
                    null,
                    "This key lacks the scope " + scope.word() + ". Its owner can make one that has it."));
        }
        return caller;
    }

    private Map<String, Object> told(JsonNode answer) {
        var told = new LinkedHashMap<String, Object>();
        told.put("content", List.of(Map.of("type", "text", "text", json.writeValueAsString(answer))));
        told.put("structuredContent", answer);
        told.put("isError", false);
        return told;
    }

    private static Map<String, Object> mistake(ApiError error) {
        return Map.of(
                "content",
                List.of(Map.of("type", "text", "text", error.code() + ": " + error.message())),
                "isError",
                true);
    }

    private static Map<String, Object> text(String description) {
        return Map.of("type", "string", "description", description);
    }

    private static Map<String, Object> tool(
            String name,
            String title,
            String description,
            boolean readOnly,
            List<String> required,
            Map<String, Object> properties) {
        var tool = new LinkedHashMap<String, Object>();
        tool.put("name", name);
        tool.put("title", title);
        tool.put("description", description);
        tool.put("inputSchema", Map.of("type", "object", "properties", properties, "required", required));
        tool.put("annotations", Map.of("readOnlyHint", readOnly, "destructiveHint", false, "openWorldHint", false));
        return tool;
    }
}
