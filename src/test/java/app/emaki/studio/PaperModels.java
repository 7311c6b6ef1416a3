package app.emaki.studio;

import app.emaki.model.Aspect;
import app.emaki.model.CancelKind;
import app.emaki.model.Capabilities;
import app.emaki.model.Fetched;
import app.emaki.model.Input;
import app.emaki.model.ModelOffer;
import app.emaki.model.ProgressKind;
import app.emaki.model.RenderRequest;
import app.emaki.model.RenderStatus;
import app.emaki.model.Submission;
import app.emaki.model.VideoModelClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Two models with limits that no real one shares; they take every job and never finish one. */
@TestConfiguration(proxyBeanMethods = false)
class PaperModels {
    static final String FULL = "paper-full";
    static final String SILENT = "paper-silent";

    @Bean
    VideoModelClient paper() {
        return new Paper();
    }

    private static final class Paper implements VideoModelClient {
        @Override
        public String backend() {
            return "paper";
        }

        @Override
        public List<ModelOffer> offers() {
            var full = new Capabilities(
                    EnumSet.allOf(Aspect.class),
                    Capabilities.between(4, 20),
                    List.of(480, 720, 1080),
                    true,
                    true,
                    false,
                    EnumSet.of(Input.REMIX, Input.EXTEND, Input.FIRST_FRAME, Input.REFERENCE),
                    ProgressKind.PERCENT,
                    CancelKind.BEST_EFFORT);
            var silent = new Capabilities(
                    EnumSet.of(Aspect.PORTRAIT),
                    Capabilities.between(4, 6),
                    List.of(480),
                    false,
                    false,
                    false,
                    EnumSet.noneOf(Input.class),
                    ProgressKind.NONE,
                    CancelKind.NONE);
            return List.of(
                    new ModelOffer(FULL, "Paper Full", backend(), full, 1, 2),
                    new ModelOffer(SILENT, "Paper Silent", backend(), silent, 1, 1));
        }

        @Override
        public int concurrent() {
            return 1;
        }

        @Override
        public Submission submit(RenderRequest request) {
            return new Submission(request.generation().toString(), Duration.ofSeconds(5));
        }

        @Override
        public RenderStatus status(String remoteId) {
            return new RenderStatus.Waiting(Duration.ofSeconds(5));
        }

        @Override
        public Fetched fetch(String remoteId, Path target, long limit) {
            throw new IllegalStateException("Nothing is ever finished here");
        }

        @Override
        public void cancel(String remoteId) {}
    }
}
