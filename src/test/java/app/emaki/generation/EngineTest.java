package app.emaki.generation;

import app.emaki.EmakiTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** A test of the engine with a backend that does as it is told. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EmakiTest
@Import({EngineTest.Backend.class, EngineStage.class})
@interface EngineTest {

    @TestConfiguration(proxyBeanMethods = false)
    class Backend {

        @Bean
        ScriptedBackend scriptedBackend() {
            return new ScriptedBackend();
        }
    }
}
