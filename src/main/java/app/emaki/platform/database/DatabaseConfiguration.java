package app.emaki.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Brings the embedded server unless {@code spring.datasource.url} names another one. */
@Configuration(proxyBeanMethods = false)
@Conditional(DatabaseConfiguration.NoOtherServer.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedPostgres embeddedPostgres(
            @Value("${emaki.data}") Path data,
            @Value("${emaki.postgres.version}") String version,
            @Value("${emaki.postgres.port}") int port)
            throws IOException {
        return EmbeddedPostgres.start(data.resolve("postgres"), version, port);
    }

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails(EmbeddedPostgres postgres) {
        return new EmbeddedConnectionDetails(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    static final class NoOtherServer extends NoneNestedConditions {
        NoOtherServer() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty("spring.datasource.url")
        static class ServerNamed {}

        @ConditionalOnProperty(name = "emaki.postgres.embedded", havingValue = "false")
        static class EmbeddedRefused {}
    }
}
