package app.emaki.platform.database;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** Where the pool, the migrations, the sessions and the scheduler find the embedded server. */
public record EmbeddedConnectionDetails(String getJdbcUrl, String getUsername, String getPassword)
        implements JdbcConnectionDetails {}
