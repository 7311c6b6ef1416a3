package app.emaki.media.mastering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SeclusionTests {

    @Test
    void whoIsClosedOffReachesNeitherTheNetworkNorOtherPrograms() throws Exception {
        assumeTrue(System.getProperty("os.name").equals("Linux"));
        try (var server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var builder = new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    SecludedProgram.class.getName(),
                    String.valueOf(server.getLocalPort()));
            builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
            var process = builder.redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(said.lines())
                    .contains("before true", "closed true", "after false", "program false", "older false");
        }
    }
}
