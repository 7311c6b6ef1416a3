package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.generation.WaitsFor.Thing;
import app.emaki.model.Aspect;
import app.emaki.model.BackendBack;
import app.emaki.model.BackendDown;
import app.emaki.model.VideoModels;
import app.emaki.model.remote.TestBackends;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A backend of another machine that is out of order: its health, the engine's breaker and what people are told are of one mind. */
@EngineTest
@RecordApplicationEvents
class OutageTests {
    private static final String BACKEND = "far-away";
    private static final String MODEL = "far-model";

    @Autowired
    EngineStage stage;

    @Autowired
    TestBackends backends;

    @Autowired
    VideoModels models;

    @Autowired
    ApplicationEvents events;

    HttpServer server;
    volatile boolean mended;

    @BeforeEach
    void aBackendThatKnowsNoKey() throws IOException {
        stage.clear();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", call -> {
            call.getRequestBody().readAllBytes();
            var body = (mended
                            ? "{\"id\":\"video_1\",\"object\":\"video\",\"status\":\"queued\",\"progress\":0}"
                            : "{\"error\":{\"message\":\"who are you\",\"code\":\"invalid_api_key\"}}")
                    .getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("content-type", "application/json");
            call.sendResponseHeaders(mended ? 200 : 401, body.length);
            call.getResponseBody().write(body);
            call.close();
        });
        server.start();
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
        backends.addEmaki(BACKEND, url, "a key", MODEL, "their-model");
    }

    @AfterEach
    void itIsGone() {
        server.stop(0);
        stage.clear();
        backends.remove(BACKEND);
        stage.jdbc.sql("delete from backend").update();
    }

    @Test
    void anOutageCostsOneFilmIsToldOnceAndTheRestGoesOnWhenItIsOver() {
        var viewer = stage.someone(Plan.PLUS);
        var admin = stage.someone(Plan.FREE);
        stage.jdbc
                .sql("update account set role = 'ADMIN' where id = ?")
                .param(admin.id())
                .update();
        stage.jdbc
                .sql("update backend set concurrent = 1 where id = ?")
                .param(BACKEND)
                .update();
        var first = order(viewer);
        stage.work();
        stage.clock.pass(Duration.ofSeconds(1));
        var second = order(viewer);
        stage.work();

        assertThat(stage.failure(first)).isEqualTo(Failure.BACKEND_DOWN.name());
        assertThat(stage.see(viewer, second).state()).isEqualTo(State.QUEUED);
        assertThat(Objects.requireNonNull(stage.see(viewer, second).waitsFor()).thing())
                .isEqualTo(Thing.RESTING);
        assertThat(models.slots()).anyMatch(it -> it.backend().equals(BACKEND) && it.resting() && it.concurrent() == 0);
        assertThat(told(admin.id(), "BACKEND_DOWN")).isOne();
        assertThat(told(admin.id(), "ENGINE_TROUBLE"))
                .as("the outage is told of already")
                .isZero();

        stage.clock.pass(Duration.ofMinutes(6));
        stage.work();
        assertThat(stage.failure(second)).isEqualTo(Failure.BACKEND_DOWN.name());
        assertThat(events.stream(BackendDown.class)).hasSize(1);

        mended = true;
        var third = order(viewer);
        stage.clock.pass(Duration.ofMinutes(6));
        stage.work();

        assertThat(stage.see(viewer, third).state()).isEqualTo(State.RUNNING);
        assertThat(events.stream(BackendBack.class)).hasSize(1);
        assertThat(told(admin.id(), "BACKEND_BACK")).isOne();
        assertThat(told(viewer.id(), "BACKEND_DOWN")).isZero();
    }

    private UUID order(Viewer viewer) {
        return stage.generations
                .submit(
                        viewer,
                        new GenerationRequest(
                                new Prompt("A cat walks through rain.", "en"),
                                MODEL,
                                Aspect.PORTRAIT,
                                2,
                                160,
                                true,
                                7L,
                                1,
                                null))
                .getFirst();
    }

    private int told(UUID account, String kind) {
        return stage.jdbc
                .sql("select count(*) from notification where account_id = ? and kind = ?")
                .params(account, kind)
                .query(Integer.class)
                .single();
    }
}
