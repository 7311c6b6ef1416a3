package app.emaki;

import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.testhelper.SettableClock;
import com.github.kagkarlsson.scheduler.testhelper.TestHelper;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Scope;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A post office that is closed, as where no server for letters is configured, until a test opens it: then SMTP on the loopback. */
@TestConfiguration(proxyBeanMethods = false)
public class TestPost {

    @Bean
    Office postOffice(DataSource data, @Qualifier("sendMail") OneTimeTask<?> task, Clock clock) {
        return new Office(data, task, clock);
    }

    /** Looked up afresh each time: there is one while the office is open. */
    @Bean
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    @Nullable
    JavaMailSender letterSender(Office office) {
        return office.sender();
    }

    /** A letter as it arrived. */
    public record Letter(String to, String subject, String words) {}

    /** Takes letters by SMTP while it is open. */
    public static final class Office implements AutoCloseable {
        private final DataSource data;
        private final OneTimeTask<?> task;
        private final Clock clock;
        private final List<Letter> letters = new CopyOnWriteArrayList<>();
        private @Nullable ServerSocket server;

        Office(DataSource data, OneTimeTask<?> task, Clock clock) {
            this.data = data;
            this.task = task;
            this.clock = clock;
        }

        /** Opens; letters can be sent from now on. */
        public void open() {
            try {
                var socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                server = socket;
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Carries what was written, and answers every letter that arrived since it opened. */
        public List<Letter> deliver() {
            var time = new SettableClock();
            time.set(clock.instant());
            TestHelper.createManualScheduler(data, task).clock(time).build().runAnyDueExecutions();
            return new ArrayList<>(letters);
        }

        @Override
        public void close() {
            var socket = server;
            server = null;
            letters.clear();
            if (socket != null) {
                try {
                    socket.close();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Nullable
        JavaMailSender sender() {
            var socket = server;
            if (socket == null) {
                return null;
            }
            var sender = new JavaMailSenderImpl();
            sender.setHost("127.0.0.1");
            sender.setPort(socket.getLocalPort());
            sender.setDefaultEncoding("UTF-8");
            return sender;
        }

        private void serve(ServerSocket socket) {
            while (!socket.isClosed()) {
                try (var caller = socket.accept()) {
                    talk(caller);
                } catch (IOException | MessagingException e) {
                    // closed, or no talk of ours
                }
            }
        }

        private void talk(Socket caller) throws IOException, MessagingException {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
            say(caller, "220 here");
            var to = "";
            for (var line = in.readLine(); line != null; line = in.readLine()) {
                var word = line.toUpperCase(Locale.ROOT);
                if (word.startsWith("RCPT TO:")) {
                    to = line.replaceAll(".*<(.*)>.*", "$1");
                }
                if (word.equals("DATA")) {
                    say(caller, "354 go on");
                    keep(to, in);
                }
                say(caller, word.equals("QUIT") ? "221 bye" : "250 well");
            }
        }

        private void keep(String to, BufferedReader in) throws IOException, MessagingException {
            var text = new StringBuilder();
            for (var line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
                text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
            }
            var message = new MimeMessage(
                    null, new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.ISO_8859_1)));
            letters.add(
                    new Letter(to, message.getSubject(), message.getContent().toString()));
        }

        private static void say(Socket caller, String words) throws IOException {
            caller.getOutputStream().write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
            caller.getOutputStream().flush();
        }
    }
}
