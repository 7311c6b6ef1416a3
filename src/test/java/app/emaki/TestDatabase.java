package app.emaki;

import app.emaki.platform.database.EmbeddedConnectionDetails;
import app.emaki.platform.database.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The one seam between tests and PostgreSQL: Testcontainers where Docker answers, the embedded server elsewhere. One server
 * for all tests of a run, a fresh database for each context.
 */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Bean
    JdbcConnectionDetails jdbcConnectionDetails() throws SQLException {
        return fresh();
    }

    /** A database of its own on the server of this run. */
    public static EmbeddedConnectionDetails fresh() throws SQLException {
        var server = Server.DETAILS;
        var name = "test_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        try (var connection =
                        DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        var url = server.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
        return new EmbeddedConnectionDetails(url, server.getUsername(), server.getPassword());
    }

    private static final class Server {
        static final EmbeddedConnectionDetails DETAILS =
                DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();

        @SuppressWarnings("resource") // Testcontainers removes it when the JVM ends
        private static EmbeddedConnectionDetails container() {
            var container = new PostgreSQLContainer("postgres:18-alpine");
            container.start();
            System.out.println("Tests run on PostgreSQL in Docker: " + container.getJdbcUrl());
            return new EmbeddedConnectionDetails(
                    container.getJdbcUrl(), container.getUsername(), container.getPassword());
        }

        private static EmbeddedConnectionDetails embedded() {
            try {
                var postgres = EmbeddedPostgres.start(
                        Path.of("target", "test-postgres-" + System.getProperty("test.fork", "fork-1")), "18", 0);
                Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
                System.out.println(
                        "Tests run on the embedded PostgreSQL, as there is no Docker: " + postgres.jdbcUrl());
                return new EmbeddedConnectionDetails(postgres.jdbcUrl(), postgres.user(), postgres.password());
            } catch (IOException e) {
                throw new ExceptionInInitializerError(e);
            }
        }
    }
}
