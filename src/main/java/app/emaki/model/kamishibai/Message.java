package app.emaki.model.kamishibai;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What workshop and worker say to each other: one JSON object a line. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Message(
        Kind kind,
        @Nullable String job,
        @Nullable RenderOrder order,
        @Nullable Integer done,
        @Nullable Integer total,
        @Nullable Film film,
        @Nullable String problem,
        byte @Nullable [] picture,
        @Nullable List<Double> moments) {

    enum Kind {
        /** To the worker: make this film. */
        ORDER,
        /** To the worker: draw these moments of this film. */
        SKETCH,
        /** To the worker: give this film up. */
        CANCEL,
        /** To the worker: are you there? */
        PING,
        PONG,
        PROGRESS,
        /** From the worker: a picture of the frame that was drawn just now, as JPEG. */
        GLIMPSE,
        DONE,
        CANCELLED,
        FAILED
    }

    static Message order(String job, RenderOrder order) {
        return new Message(Kind.ORDER, job, order, null, null, null, null, null, null);
    }

    static Message sketch(String job, RenderOrder order, List<Double> moments) {
        return new Message(Kind.SKETCH, job, order, null, null, null, null, null, moments);
    }

    static Message of(Kind kind, @Nullable String job) {
        return new Message(kind, job, null, null, null, null, null, null, null);
    }

    static Message progress(String job, int done, int total) {
        return new Message(Kind.PROGRESS, job, null, done, total, null, null, null, null);
    }

    static Message glimpse(String job, byte[] jpeg) {
        return new Message(Kind.GLIMPSE, job, null, null, null, null, null, jpeg, null);
    }

    static Message done(String job, Film film) {
        return new Message(Kind.DONE, job, null, null, null, film, null, null, null);
    }

    static Message failed(String job, String problem) {
        return new Message(Kind.FAILED, job, null, null, null, null, problem, null, null);
    }

    String line() {
        return Plans.JSON.writeValueAsString(this);
    }

    static Message parse(String line) {
        return Plans.JSON.readValue(line, Message.class);
    }
}
