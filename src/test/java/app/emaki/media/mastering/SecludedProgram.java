package app.emaki.media.mastering;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** A program that closes itself off and then tries what it must not do, also from a thread that was there before. */
final class SecludedProgram {
    private SecludedProgram() {}

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[0]);
        var gate = new java.util.concurrent.CountDownLatch(1);
        var older = new Thread(() -> {
            try {
                gate.await();
                System.out.println("older " + connects(port));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        older.start();
        System.out.println("before " + connects(port));
        System.out.println("closed " + Seclusion.enter());
        System.out.println("after " + connects(port));
        System.out.println("program " + runs());
        gate.countDown();
        older.join();
    }

    private static boolean connects(int port) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean runs() {
        try {
            return new ProcessBuilder("true").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
