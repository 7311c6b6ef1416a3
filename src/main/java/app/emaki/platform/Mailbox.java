package app.emaki.platform;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.Serial;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/**
 * Letters by e-mail, where a server for them is configured ({@code SPRING_MAIL_HOST}). A letter is sent after the transaction
 * that wrote it, and tried again for a day when the server does not answer.
 */
@Component
public class Mailbox {
    private final ObjectProvider<JavaMailSender> sender;
    private final SchedulerClient jobs;
    private final OneTimeTask<Letter> task;
    private final Clock clock;

    Mailbox(ObjectProvider<JavaMailSender> sender, OneTimeTask<Letter> task, DataSource data, Clock clock) {
        this.sender = sender;
        this.task = task;
        this.clock = clock;
        this.jobs = SchedulerClient.Builder.create(new TransactionAwareDataSourceProxy(data), task)
                .build();
    }

    /** Whether letters can be sent at all. A host that is there and empty, as compose files hand it on, is none. */
    public boolean open() {
        return switch (sender.getIfAvailable()) {
            case null -> false;
            case JavaMailSenderImpl server ->
                server.getHost() != null && !server.getHost().isBlank();
            case JavaMailSender other -> true;
        };
    }

    /** Sends a letter soon; nothing happens where there is no server for it. */
    public void send(String to, String subject, String words) {
        if (open()) {
            jobs.scheduleIfNotExists(
                    task.instance(PublicId.of(new Ids(clock).next()), new Letter(to, subject, words)), clock.instant());
        }
    }

    /** What lies in the box until it is sent. */
    record Letter(String to, String subject, String words) implements Serializable {
        @Serial
        private static final long serialVersionUID = 1;
    }

    @Configuration(proxyBeanMethods = false)
    static class Postman {
        private static final int TRIES = 8;

        @Bean
        OneTimeTask<Letter> sendMail(ObjectProvider<JavaMailSender> sender, @Value("${emaki.mail.from}") String from) {
            return Tasks.oneTime("mail", Letter.class)
                    .onFailure(FailureHandler.<Letter>maxRetries(TRIES)
                            .withBackoff(Duration.ofMinutes(1), 3)
                            .thenRemove())
                    .execute((instance, context) -> {
                        var letter = instance.getData();
                        var message = new SimpleMailMessage();
                        message.setFrom(from);
                        message.setTo(letter.to());
                        message.setSubject(letter.subject().replaceAll("\\R+", " "));
                        message.setText(letter.words());
                        sender.ifAvailable(open -> open.send(message));
                    });
        }
    }
}
