package app.emaki.model.remote;

/** ComfyUI, new enough to have jobs; {@link #old} makes it one that has only its history and its queue. */
final class FakeComfyUi extends FakeBackend {
    private static final String ID = "00000000-0000-7000-8000-000000000001";

    volatile boolean old;

    @Override
    boolean submits(Call call) {
        return call.path().equals("/prompt");
    }

    @Override
    String template(Dialect dialect) {
        return """
                {"workflow": {"3": {"class_type": "KSampler", "inputs": {"seed": 1}},
                              "5": {"class_type": "Latent", "inputs": {"width": 1, "height": 1, "length": 1}},
                              "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "nothing"}},
                              "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "ugly"}}},
                 "set": {"/6/inputs/text": "{prompt}", "/7/inputs/text": "{avoid}", "/3/inputs/seed": "{seed}",
                         "/5/inputs/width": "{width}", "/5/inputs/height": "{height}", "/5/inputs/length": "{seconds}"}}""";
    }

    @Override
    Reply answer(Call call) {
        var path = call.path();
        if (path.equals("/system_stats")) {
            return Reply.json(200, "{\"system\":{\"comfyui_version\":\"0.36.0\"}}");
        }
        if (path.equals("/prompt")) {
            return Reply.json(200, "{\"prompt_id\":\"" + ID + "\",\"number\":1,\"node_errors\":{}}");
        }
        if (path.equals("/upload/image")) {
            var name = call.body().replaceAll("(?s).*?filename=\"([^\"]+)\".*", "$1");
            return Reply.json(200, "{\"name\":\"" + name + "\",\"subfolder\":\"\",\"type\":\"input\"}");
        }
        if (path.startsWith("/view")) {
            return film();
        }
        if (path.startsWith("/history/")) {
            return Reply.json(200, history());
        }
        if (path.equals("/queue")) {
            return Reply.json(200, queue());
        }
        if (old) {
            return Reply.json(404, "{}");
        }
        return path.endsWith("/cancel") ? Reply.json(200, "{\"cancelled\":true}") : status();
    }

    private Reply status() {
        return switch (job) {
            case UNKNOWN -> Reply.json(404, "{}");
            case QUEUED -> Reply.json(200, "{\"status\":\"pending\"}");
            case WORKING -> Reply.json(200, "{\"status\":\"in_progress\"}");
            case DONE -> Reply.json(200, "{\"status\":\"completed\"}");
            case FAILED, FORBIDDEN -> Reply.json(200, "{\"status\":\"failed\"}");
            case CANCELLED -> Reply.json(200, "{\"status\":\"cancelled\"}");
        };
    }

    private String queue() {
        var entry = "[[0,\"" + ID + "\",{}]]";
        return "{\"queue_running\":%s,\"queue_pending\":%s}"
                .formatted(job == Job.WORKING ? entry : "[]", job == Job.QUEUED ? entry : "[]");
    }

    /** Films stand under "images"; a preview that is not kept stands beside them. */
    private String history() {
        var status = switch (job) {
            case DONE -> "{\"status_str\":\"success\",\"completed\":true,\"messages\":[]}";
            case FAILED, FORBIDDEN ->
                "{\"status_str\":\"error\",\"completed\":false,\"messages\":[[\"execution_error\",{}]]}";
            case CANCELLED ->
                "{\"status_str\":\"error\",\"completed\":false,\"messages\":[[\"execution_interrupted\",{}]]}";
            default -> null;
        };
        return status == null ? "{}" : """
                {"%s":{"outputs":{"9":{"images":[{"filename":"p.png","subfolder":"","type":"temp"},
                 {"filename":"film.mp4","subfolder":"a b","type":"output"}],"animated":[true]}},"status":%s}}""".formatted(ID, status);
    }
}
