package app.emaki;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@EmakiTest
class StartTests {
    @Autowired
    MockMvcTester mvc;

    @Test
    void aReadyInstanceSaysSo() {
        assertThat(mvc.get().uri("/actuator/health/readiness")).hasStatusOk();
    }

    @Test
    void aStrangerIsLedToSignIn() {
        assertThat(mvc.get().uri("/studio")).hasStatus3xxRedirection().hasRedirectedUrl("/sign-in");
    }
}
