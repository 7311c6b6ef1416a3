package app.emaki.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.Environment;

/**
 * Brings the embedded server unless {@code spring.datasource.url} names another one. The server starts while the application
 * still reads its classes, as a start has one core to spare and nothing else waits for so long.
 */
class EmbeddedDatabase implements ApplicationContextInitializer<GenericApplicationContext> {

    @Override
    public void initialize(GenericApplicationContext context) {
        var environment = context.getEnvironment();
        if (environment.containsProperty("spring.datasource.url")
                || !environment.getRequiredProperty("emaki.postgres.embedded", Boolean.class)) {
            return;
        }
        var starting = CompletableFuture.supplyAsync(
                () -> start(environment),
                starter -> Thread.ofPlatform().name("postgres-start").start(starter));
        context.registerBean(EmbeddedPostgres.class, () -> started(starting));
        context.registerBean(JdbcConnectionDetails.class, () -> {
            var postgres = context.getBean(EmbeddedPostgres.class);
            return new EmbeddedConnectionDetails(postgres.jdbcUrl(), postgres.user(), postgres.password());
        });
        // An application that fails before it asks for its database leaves none behind
        context.addApplicationListener(
                (ApplicationListener<ApplicationFailedEvent>) failed -> starting.thenAccept(EmbeddedPostgres::close));
    }

    private static EmbeddedPostgres start(Environment environment) {
        try {
            return EmbeddedPostgres.start(
                    Path.of(environment.getRequiredProperty("emaki.data")).resolve("postgres"),
                    environment.getRequiredProperty("emaki.postgres.version"),
                    environment.getRequiredProperty("emaki.postgres.port", Integer.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres started(CompletableFuture<EmbeddedPostgres> starting) {
        try {
            return starting.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
