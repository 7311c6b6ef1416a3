package app.emaki.notification;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Notices by e-mail, where a server for it is configured ({@code SPRING_MAIL_HOST}); one that cannot be sent is let go. */
@Component
class NoticeMail {
    private static final Logger LOG = LoggerFactory.getLogger(NoticeMail.class);

    private final ObjectProvider<JavaMailSender> sender;
    private final String from;

    NoticeMail(ObjectProvider<JavaMailSender> sender, @Value("${emaki.mail.from:emaki@localhost}") String from) {
        this.sender = sender;
        this.from = from;
    }

    boolean open() {
        return sender.getIfAvailable() != null;
    }

    void send(String to, String subject, String words) {
        var message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(to);
        message.setSubject(subject.replaceAll("[\\r\\n]+", " "));
        message.setText(words);
        try {
            sender.ifAvailable(server -> server.send(message));
        } catch (MailException e) {
            LOG.warn("A notice could not be sent by e-mail: {}", e.toString());
        }
    }
}
