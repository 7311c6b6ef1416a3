package app.emaki.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Gathers a page as the bytes that will be sent, and sends them with their number when it is whole: a failure in the middle of
 * it can still become an error page. A page is written in many small pieces, most of them of single bytes.
 */
final class WholePage extends HttpServletResponseWrapper {
    private final Bytes bytes;
    private final PrintWriter writer;

    /** @param expected about how many bytes it will have; more are no harm */
    WholePage(HttpServletResponse response, int expected) {
        super(response);
        this.bytes = new Bytes(expected);
        this.writer = new PrintWriter(bytes);
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    /** Sends the page; returns how many bytes it has. */
    int send() throws IOException {
        writer.flush();
        getResponse().setContentLength(bytes.count);
        getResponse().getOutputStream().write(bytes.written, 0, bytes.count);
        return bytes.count;
    }

    private static final class Bytes extends Writer {
        private byte[] written;
        private int count;

        Bytes(int expected) {
            written = new byte[expected];
        }

        @Override
        public void write(String text, int offset, int length) {
            // whole pieces are the rule, and their encoding is a copy wherever all is ASCII
            var piece = offset == 0 && length == text.length() ? text : text.substring(offset, offset + length);
            var encoded = piece.getBytes(StandardCharsets.UTF_8);
            if (count + encoded.length > written.length) {
                written = Arrays.copyOf(written, Math.max(2 * written.length, count + encoded.length));
            }
            System.arraycopy(encoded, 0, written, count, encoded.length);
            count += encoded.length;
        }

        @Override
        public void write(char[] text, int offset, int length) {
            write(new String(text, offset, length), 0, length);
        }

        @Override
        public void write(int character) {
            write(String.valueOf((char) character), 0, 1);
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
