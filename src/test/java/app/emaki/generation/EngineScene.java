package app.emaki.generation;

import static org.assertj.core.api.Assertions.assertThat;

import app.emaki.account.Plan;
import app.emaki.account.Viewer;
import app.emaki.credit.LedgerCheck;
import app.emaki.model.VideoModels;
import app.emaki.video.Videos;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** An empty engine with one author before it; whatever happens there, every credit is accounted for afterwards. */
abstract class EngineScene {
    @Autowired
    EngineStage stage;

    @Autowired
    ScriptedBackend backend;

    @Autowired
    Videos videos;

    @Autowired
    VideoModels models;

    @TempDir
    Path folder;

    Viewer viewer;

    @BeforeEach
    void anEmptyEngine() {
        stage.clear();
        viewer = stage.someone(Plan.FREE);
    }

    @AfterEach
    void everyCreditIsAccountedFor() {
        assertThat(stage.credits.check()).matches(LedgerCheck::right);
    }
}
