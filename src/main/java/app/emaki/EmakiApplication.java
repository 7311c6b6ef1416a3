package app.emaki;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Emaki. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class EmakiApplication {
    public static void main(String[] args) {
        SpringApplication.run(EmakiApplication.class, args);
    }
}
