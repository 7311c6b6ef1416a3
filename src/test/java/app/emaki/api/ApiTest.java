package app.emaki.api;

import app.emaki.TestDatabase;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

/** A test of the API as programs meet it: over HTTP on a random port, with workers, and a model that ends when it is told to. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "emaki.generation.worker=true",
            "emaki.generation.tick=100ms",
            "emaki.api.admin-key=" + ApiTest.ADMIN_KEY,
            "emaki.data=target/api-tests-${test.fork:fork-1}"
        })
@Import({TestDatabase.class, ApiTest.Backend.class})
@ActiveProfiles("test")
@interface ApiTest {
    String ADMIN_KEY = "a-key-of-the-admin-that-only-tests-know";

    @TestConfiguration(proxyBeanMethods = false)
    class Backend {

        @Bean
        PaperModel paperModel() {
            return new PaperModel();
        }
    }
}
