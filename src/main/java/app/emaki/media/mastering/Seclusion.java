package app.emaki.media.mastering;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Closes this process off from within, for good and for every thread of it: no sockets, no other programs, no hand on other processes.
 * The kernel lets everybody do that to themselves (seccomp), so that it holds where nobody may have a network of their own, too.
 */
final class Seclusion {
    private static final int PR_SET_NO_NEW_PRIVS = 38;
    private static final long SECCOMP_SET_MODE_FILTER = 1;
    private static final long SECCOMP_FILTER_FLAG_TSYNC = 1;

    private static final short LOAD = 0x20;
    private static final short JUMP_IF_EQUAL = 0x15;
    private static final short JUMP_IF_AT_LEAST = 0x35;
    private static final short RETURN = 0x06;
    private static final int AT_NUMBER = 0;
    private static final int AT_ARCHITECTURE = 4;
    private static final int ALLOW = 0x7fff0000;
    /** The call fails with "operation not permitted". */
    private static final int REFUSE = 0x00050001;
    /** Calls of another width have numbers from here on. */
    private static final int OTHER_WIDTH = 0x40000000;

    private static final Map<String, Machine> MACHINES = Map.of(
            "amd64",
            // socket, connect, socketpair, execve, execveat, kill, ptrace, process_vm_readv, process_vm_writev,
            // io_uring_setup, pidfd_send_signal, pidfd_getfd, rt_sigqueueinfo, rt_tgsigqueueinfo
            new Machine(0xC000003E, 317, 41, 42, 53, 59, 322, 62, 101, 310, 311, 425, 424, 438, 129, 297),
            "aarch64",
            new Machine(0xC00000B7, 277, 198, 203, 199, 221, 281, 129, 117, 270, 271, 425, 424, 438, 138, 240));

    private Seclusion() {}

    /** Returns false where the kernel cannot, and then nothing has changed. */
    static boolean enter() {
        var machine = machine();
        if (machine == null) {
            return false;
        }
        try (var arena = Arena.ofConfined()) {
            return machine.close(arena);
        } catch (Throwable e) {
            System.err.println("This process cannot close itself off: " + e);
            return false;
        }
    }

    private static @Nullable Machine machine() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).equals("linux")
                ? MACHINES.get(System.getProperty("os.arch", ""))
                : null;
    }

    /** A kind of processor, by its name in the kernel, and the numbers that calls have there: seccomp, and those refused. */
    private record Machine(int architecture, long seccomp, int... refused) {

        @SuppressWarnings("restricted") // there is no other way to speak to the kernel
        boolean close(Arena arena) throws Throwable {
            var linker = Linker.nativeLinker();
            var prctl = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("prctl"),
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                    Linker.Option.firstVariadicArg(1));
            var syscall = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("syscall"),
                    FunctionDescriptor.of(JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG, ADDRESS),
                    Linker.Option.firstVariadicArg(1));
            return (int) prctl.invokeExact(PR_SET_NO_NEW_PRIVS, 1L, 0L, 0L, 0L) == 0
                    && (long) syscall.invokeExact(
                                    seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, program(arena))
                            == 0;
        }

        /** What the kernel asks itself at each call. */
        private MemorySegment program(Arena arena) {
            int steps = refused.length + 7;
            var code = ByteBuffer.allocate(steps * 8).order(ByteOrder.nativeOrder());
            step(code, LOAD, 0, 0, AT_ARCHITECTURE);
            step(code, JUMP_IF_EQUAL, 1, 0, architecture);
            step(code, RETURN, 0, 0, REFUSE);
            step(code, LOAD, 0, 0, AT_NUMBER);
            step(code, JUMP_IF_AT_LEAST, refused.length + 1, 0, OTHER_WIDTH);
            for (int i = 0; i < refused.length; i++) {
                step(code, JUMP_IF_EQUAL, refused.length - i, 0, refused[i]);
            }
            step(code, RETURN, 0, 0, ALLOW);
            step(code, RETURN, 0, 0, REFUSE);
            var filter = arena.allocate(steps * 8L, 8);
            filter.asByteBuffer().put(code.flip());
            var program = arena.allocate(16, 8);
            program.set(JAVA_SHORT, 0, (short) steps);
            program.set(ADDRESS, 8, filter);
            return program;
        }

        private static void step(ByteBuffer code, short what, int ifTrue, int ifFalse, int value) {
            code.putShort(what).put((byte) ifTrue).put((byte) ifFalse).putInt(value);
        }
    }
}
