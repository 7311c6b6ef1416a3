package app.emaki.model.remote;

/** Replicate's predictions. */
final class FakeReplicate extends FakeBackend {
    @Override
    boolean submits(Call call) {
        return call.path().equals("/models/far/model/predictions");
    }

    @Override
    Reply answer(Call call) {
        if (call.path().equals("/account")) {
            return Reply.json(200, "{\"username\":\"somebody\"}");
        }
        if (call.path().startsWith("/delivery/")) {
            return film();
        }
        if (submits(call)) {
            return Reply.json(201, "{\"id\":\"p1\",\"status\":\"starting\"}");
        }
        return switch (job) {
            case UNKNOWN -> Reply.json(404, "{\"detail\":\"not found\"}");
            case QUEUED -> prediction("starting", "null", "null");
            case WORKING -> prediction("processing", "null", "null");
            case DONE -> prediction("succeeded", "\"" + url() + "/delivery/film.mp4\"", "null");
            case FAILED -> prediction("failed", "null", "\"Out of memory\"");
            case FORBIDDEN -> prediction("failed", "null", "\"The input was flagged as sensitive (E005)\"");
            case CANCELLED -> prediction("canceled", "null", "null");
        };
    }

    private static Reply prediction(String status, String output, String error) {
        return Reply.json(
                200, "{\"id\":\"p1\",\"status\":\"%s\",\"output\":%s,\"error\":%s}".formatted(status, output, error));
    }
}
