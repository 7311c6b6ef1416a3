package app.emaki.platform;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts programs in a world without a network and without privileges, where the kernel lets an ordinary user do that. Found out
 * once, and said in the log.
 */
public final class Offline {
    private static final Logger log = LoggerFactory.getLogger(Offline.class);
    private static final List<String> NETWORK = List.of("unshare", "--user", "--map-root-user", "--net", "--");
    /** Being root in a world of one's own is still more than a program that decodes a film needs. */
    private static final List<String> PRIVILEGES =
            List.of("setpriv", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", "--");

    private Offline() {}

    /** The command, to be run as far from the network as this machine allows. */
    public static List<String> command(List<String> command) {
        var whole = new ArrayList<>(Found.PREFIX);
        whole.addAll(command);
        return whole;
    }

    /** Whether programs started by {@link #command} have no network. */
    public static boolean possible() {
        return !Found.PREFIX.isEmpty();
    }

    private static final class Found {
        static final List<String> PREFIX = find();

        private static List<String> find() {
            var both = new ArrayList<>(NETWORK);
            both.addAll(PRIVILEGES);
            if (works(both)) {
                log.debug("Workers have neither network nor privileges");
                return List.copyOf(both);
            }
            if (works(NETWORK)) {
                log.debug("Workers have no network");
                return NETWORK;
            }
            log.warn(
                    "This system does not let an ordinary user cut a process off from the network (unshare --user --net):"
                            + " the processes that open films of others are closed off by themselves alone");
            return List.of();
        }

        private static boolean works(List<String> prefix) {
            var command = new ArrayList<>(prefix);
            command.add("true");
            try {
                var process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
                if (process.waitFor(5, TimeUnit.SECONDS)) {
                    return process.exitValue() == 0;
                }
                process.destroyForcibly();
                return false;
            } catch (IOException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
