package app.emaki.model.remote;

/** Veo by the Gemini interface. */
final class FakeVeo extends FakeBackend {
    private static final String NAME = "models/veo/operations/op-1";

    @Override
    String remote() {
        return "veo";
    }

    @Override
    boolean submits(Call call) {
        return call.path().endsWith(":predictLongRunning");
    }

    @Override
    Reply answer(Call call) {
        if (submits(call)) {
            return Reply.json(200, "{\"name\":\"" + NAME + "\"}");
        }
        if (call.path().startsWith("/models?")) {
            return Reply.json(200, "{\"models\":[{\"name\":\"models/veo\"}]}");
        }
        return call.path().startsWith("/files/") ? film() : status();
    }

    private Reply status() {
        return switch (job) {
            case UNKNOWN, CANCELLED -> Reply.json(404, "{\"error\":{\"code\":404,\"status\":\"NOT_FOUND\"}}");
            case QUEUED, WORKING -> Reply.json(200, "{\"name\":\"" + NAME + "\"}");
            case FAILED -> Reply.json(200, "{\"done\":true,\"error\":{\"code\":13,\"message\":\"internal\"}}");
            case FORBIDDEN ->
                Reply.json(
                        200,
                        "{\"done\":true,\"response\":{\"generateVideoResponse\":{\"raiMediaFilteredCount\":1,\"raiMediaFilteredReasons\":[\"no\"]}}}");
            case DONE -> Reply.json(200, """
                        {"done":true,"response":{"generateVideoResponse":{"generatedSamples":[{"video":
                         {"uri":"%s/files/xyz:download?alt=media"}}]}}}""".formatted(url()));
        };
    }
}
