package app.emaki.model.remote;

/** OpenAI's Videos protocol, in the shape of the server that is asked for. */
final class FakeVideos extends FakeBackend {
    private final Dialect dialect;
    /** Whether it refuses to hand out films without its mark. */
    volatile boolean keepsMarks;
    /** Whether it knows none of its films any more. */
    volatile boolean forgetful;

    FakeVideos(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    boolean submits(Call call) {
        return call.method().equals("POST") && !call.path().endsWith("/characters");
    }

    @Override
    Reply answer(Call call) {
        if (call.path().equals("/models")) {
            return Reply.json(200, "{\"object\":\"list\",\"data\":[{\"id\":\"far/model\"}]}");
        }
        if (call.path().endsWith("/characters")) {
            return Reply.json(200, "{\"id\":\"char_1\",\"name\":\"Character A\",\"created_at\":1}");
        }
        if (forgetful && submits(call) && !call.path().endsWith("/videos")) {
            return Reply.json(404, "{\"detail\":\"no such video\"}");
        }
        if (call.method().equals("POST")) {
            return Reply.json(200, video("queued", "null")).with("openai-poll-after-ms", "1500");
        }
        if (call.method().equals("DELETE")) {
            return Reply.json(200, "{\"id\":\"video_1\",\"object\":\"video.deleted\",\"deleted\":true}");
        }
        if (keepsMarks && call.path().endsWith("?watermark=false")) {
            return Reply.json(
                    403, "{\"error\":{\"message\":\"ask with its mark\",\"code\":\"plan_lacks_clean_copies\"}}");
        }
        return call.path().contains("/content") ? content() : status();
    }

    private Reply content() {
        if (job == Job.DONE) {
            return film();
        }
        return dialect == Dialect.VLLM_OMNI
                ? Reply.json(404, "{\"error\":{\"message\":\"not ready\",\"code\":404}}")
                : Reply.json(404, "{\"detail\":\"Generation is still in-progress\"}");
    }

    private Reply status() {
        return switch (job) {
            case UNKNOWN -> Reply.json(404, "{\"detail\":\"not found\"}");
            case QUEUED -> Reply.json(200, video("queued", "null"));
            // SGLang never says that it is at work
            case WORKING ->
                Reply.json(
                        200,
                        dialect == Dialect.SGLANG ? video("queued", "null", 40) : video("in_progress", "null", 40));
            case DONE -> Reply.json(200, video("completed", "null", 100));
            case FAILED -> Reply.json(200, video("failed", "{\"message\":\"CUDA out of memory\"}"));
            case FORBIDDEN ->
                Reply.json(200, video("failed", "{\"code\":\"moderation_blocked\",\"message\":\"req_123\"}"));
            case CANCELLED -> Reply.json(200, video(dialect == Dialect.SGLANG ? "deleted" : "cancelled", "null"));
        };
    }

    private String video(String status, String error) {
        return video(status, error, 0);
    }

    private String video(String status, String error, int progress) {
        return """
                {"id":"video_1","object":"video","model":"far/model","status":"%s","progress":%d,"created_at":1,"seconds":"4",
                 "size":"720x1280","error":%s}""".formatted(status, progress, error);
    }
}
