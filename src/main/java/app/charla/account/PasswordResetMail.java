package app.charla.account;

import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends password reset links by e-mail, if a mail server is configured. */
@Component
class PasswordResetMail {

    private static final Logger log = LoggerFactory.getLogger(PasswordResetMail.class);

    private final ObjectProvider<JavaMailSender> sender;
    private final MessageSource texts;
    private final String host;
    private final String from;
    private final String site;

    PasswordResetMail(
            ObjectProvider<JavaMailSender> sender,
            MessageSource texts,
            @Value("${spring.mail.host:}") String host,
            @Value("${charla.account.mail-from:}") String from,
            @Value("${charla.public-url:}") String publicUrl,
            @Value("${server.port:8080}") String port) {
        this.sender = sender;
        this.texts = texts;
        this.host = host;
        this.from = from;
        // Never from the request: a forged Host header would send the link to another server.
        this.site = publicUrl.isBlank() ? "http://localhost:" + port : publicUrl;
    }

    boolean isConfigured() {
        return !host.isBlank();
    }

    void send(Account to, String token) {
        Locale language = Locale.of(to.preferences().language().tag());
        var mail = new SimpleMailMessage();
        mail.setFrom(from.isBlank() ? "charla@" + host : from);
        mail.setTo(String.valueOf(to.email()));
        mail.setSubject(texts.getMessage("security.mail.subject", null, language));
        mail.setText(texts.getMessage(
                "security.mail.text", new Object[] {to.username(), site + "/reset/" + token}, language));
        try {
            sender.getObject().send(mail);
        } catch (MailException notSent) {
            log.error("The mail server at {} rejected a password reset mail: {}", host, notSent.getMessage());
        }
    }
}
