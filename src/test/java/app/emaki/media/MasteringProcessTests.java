package app.emaki.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class MasteringProcessTests {

    @Test
    void aProcessThatHangsAtItsStartIsKilledAndKeepsNobody() throws Exception {
        var hanging = new ProcessBuilder("sleep", "300").start();

        assertThatThrownBy(() -> MasteringProcess.started(hanging, Duration.ofMillis(50)))
                .isInstanceOf(IOException.class);

        assertThat(hanging.waitFor()).isNotZero();
    }
}
