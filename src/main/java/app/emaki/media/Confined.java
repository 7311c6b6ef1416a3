package app.emaki.media;

import app.emaki.platform.Offline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the processes that open files of others: away from the network where this machine allows that, and with limits that every
 * system lets an ordinary user set for what it starts: memory that is really used, the size of files, and no core dumps. That they
 * close themselves off from within comes on top.
 */
final class Confined {
    private static final Logger log = LoggerFactory.getLogger(Confined.class);
    /** By a shell, which is everywhere; data counts what is written to, not what a JVM only reserves. */
    private static final String LIMITS = "ulimit -c 0; ulimit -f %d; ulimit -d %d; exec \"$@\"";

    private Confined() {}

    /** @param heap of the process in MB */
    static List<String> command(List<String> command, int heap, MasteringSettings settings) {
        var whole = new ArrayList<String>();
        if (Found.LIMITABLE) {
            // blocks of 512 bytes, and kilobytes
            long blocks = settings.largest() * 2048L;
            long data = (heap + settings.nativeMemory()) * 1024L;
            whole.addAll(List.of("sh", "-c", LIMITS.formatted(blocks, data), "sh"));
        }
        whole.addAll(command);
        return Offline.command(whole);
    }

    private static final class Found {
        static final boolean LIMITABLE = limitable();

        private static boolean limitable() {
            try {
                var process = new ProcessBuilder("sh", "-c", LIMITS.formatted(2048, 1024 * 1024), "sh", "true")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                boolean works = process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0;
                if (!works) {
                    process.destroyForcibly();
                    log.warn("No limits of memory can be set for processes that open films of others");
                }
                return works;
            } catch (IOException e) {
                log.warn("No shell sets limits for processes that open films of others: {}", e.toString());
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
