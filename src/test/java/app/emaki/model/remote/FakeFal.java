package app.emaki.model.remote;

/** The queue of fal: completed is not the same as successful. */
class FakeFal extends FakeBackend {
    @Override
    boolean submits(Call call) {
        return call.method().equals("POST");
    }

    @Override
    String remote() {
        return "far/model/text-to-video";
    }

    @Override
    String forbidding() {
        return "{\"detail\":[{\"loc\":[\"body\",\"prompt\"],\"msg\":\"no\",\"type\":\"content_policy_violation\"}]}";
    }

    @Override
    Reply answer(Call call) {
        var requests = url() + "/far/model/requests/r-1";
        if (submits(call)) {
            return Reply.json(
                    200,
                    "{\"request_id\":\"r-1\",\"status_url\":\"%1$s/status\",\"response_url\":\"%1$s\",\"cancel_url\":\"%1$s/cancel\"}"
                            .formatted(requests));
        }
        if (call.path().startsWith("/storage/")) {
            return film();
        }
        if (call.method().equals("PUT")) {
            return Reply.json(202, "{\"status\":\"CANCELLATION_REQUESTED\"}");
        }
        return call.path().endsWith("/status") ? status() : result();
    }

    private Reply status() {
        return switch (job) {
            case UNKNOWN, CANCELLED -> Reply.json(404, "{\"detail\":\"Request not found\"}");
            case QUEUED -> Reply.json(202, "{\"status\":\"IN_QUEUE\",\"queue_position\":3}");
            case WORKING -> Reply.json(202, "{\"status\":\"IN_PROGRESS\"}");
            case DONE, FAILED, FORBIDDEN -> Reply.json(200, "{\"status\":\"COMPLETED\"}");
        };
    }

    private Reply result() {
        return switch (job) {
            case FAILED -> Reply.json(422, "{\"detail\":[{\"msg\":\"bad\",\"type\":\"value_error\"}]}");
            case FORBIDDEN -> Reply.json(422, forbidding());
            default ->
                Reply.json(
                        200,
                        "{\"video\":{\"url\":\"%s/storage/film.mp4\",\"content_type\":\"video/mp4\"}}"
                                .formatted(url()));
        };
    }
}
