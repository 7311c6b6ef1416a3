package app.emaki.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.web.filter.OncePerRequestFilter;

/** Names each answer, so that it is found in the log, and says how long it took, under the names that OpenAI's clients read. */
class StampFilter extends OncePerRequestFilter {
    static final String ID = "x-request-id";

    private static final String TOOK = "openai-processing-ms";
    private static final int BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var id = "req_" + HexFormat.of().formatHex(bytes);
        request.setAttribute(ID, id);
        response.setHeader(ID, id);
        var stamped = new Stamped(response, System.nanoTime());
        chain.doFilter(request, stamped);
        stamped.stamp();
    }

    /** Stamps at the last moment at which a header can be set. */
    private static final class Stamped extends HttpServletResponseWrapper {
        private final long began;
        private boolean done;

        Stamped(HttpServletResponse response, long began) {
            super(response);
            this.began = began;
        }

        void stamp() {
            if (!done && !isCommitted()) {
                done = true;
                setHeader(TOOK, String.valueOf((System.nanoTime() - began) / 1_000_000));
            }
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            stamp();
            return super.getOutputStream();
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            stamp();
            return super.getWriter();
        }

        @Override
        public void flushBuffer() throws IOException {
            stamp();
            super.flushBuffer();
        }

        @Override
        public void sendError(int status) throws IOException {
            stamp();
            super.sendError(status);
        }

        @Override
        public void sendError(int status, String words) throws IOException {
            stamp();
            super.sendError(status, words);
        }
    }
}
