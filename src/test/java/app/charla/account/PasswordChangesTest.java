package app.charla.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.Preferences.Language;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.NotFoundException;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.MailSendException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Password changes and resets, with a real mail server and a leak check service. */
@ServiceTest
@SuppressWarnings("NullAway.Init")
class PasswordChangesTest {

    private static final String NEW_PASSWORD = "violet-canyon-77";
    private static final String LEAKED = "tangerine-velvet-93";
    private static final Pattern LINK = Pattern.compile("https://chat\\.example\\.org/reset/([\\w-]+)");

    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP))
            .withConfiguration(new GreenMailConfiguration().withDisabledAuthentication());
    private static HttpServer leaks;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry settings) throws IOException {
        MAIL.start();
        leaks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // answers for the prefix of LEAKED as the real service does (k-anonymity by SHA-1), and fails for all others
        leaks.createContext("/range/" + sha1(LEAKED).substring(0, 5), exchange -> {
            byte[] body = (sha1(LEAKED).substring(5) + ":42\r\n").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        leaks.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        leaks.start();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
        settings.add("SMTP_STARTTLS", () -> "off");
        settings.add("charla.account.mail-from", () -> "chat@example.org");
        settings.add("charla.public-url", () -> "https://chat.example.org");
        settings.add("charla.account.leaked-passwords", () -> "on");
        settings.add(
                "charla.account.leaked-passwords-url",
                () -> "http://localhost:" + leaks.getAddress().getPort() + "/range/");
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
        leaks.stop(0);
    }

    @Autowired
    private PasswordChanges changes;

    @Autowired
    private PasswordResets resets;

    @Autowired
    private AccountService accounts;

    @Autowired
    private PasswordAuthentication passwords;

    @Autowired
    private SessionService sessions;

    @Autowired
    private SecurityLog log;

    private Account ana;
    private IssuedToken here;
    private IssuedToken there;

    @BeforeEach
    void signIn() throws Exception {
        MAIL.purgeEmailFromAllMailboxes();
        String username = "ana-" + UUID.randomUUID().toString().substring(0, 8);
        ana = accounts.register(
                new Registration(username, username + "@example.org", People.PASSWORD, Language.EN), "test");
        here = sessions.open(ana.id(), Session.Kind.BROWSER, "", "");
        there = sessions.open(ana.id(), Session.Kind.TOKEN, "", "");
    }

    @Test
    void changesThePasswordAndEndsOtherSessions() {
        changes.change(ana.id(), here.session().id(), People.PASSWORD, NEW_PASSWORD, "");
        assertThat(passwords.signIn(ana.username(), NEW_PASSWORD, "").id()).isEqualTo(ana.id());
        assertThat(sessions.authenticate(here.token(), "")).isPresent();
        assertThat(sessions.authenticate(there.token(), "")).isEmpty();
    }

    @Test
    void rejectsAWrongCurrentPassword() {
        assertInvalid(
                "current", "password.wrong", () -> changes.change(ana.id(), session(), "wrong", NEW_PASSWORD, ""));
        assertThat(passwords.signIn(ana.username(), People.PASSWORD, "").id()).isEqualTo(ana.id());
    }

    @Test
    void rejectsLeakedPasswordsAndAcceptsOthersWhenTheCheckFails() {
        assertInvalid(
                "password", "password.leaked", () -> changes.change(ana.id(), session(), People.PASSWORD, LEAKED, ""));
        changes.change(ana.id(), session(), People.PASSWORD, NEW_PASSWORD, "");
    }

    @Test
    void sendsALinkThatWorksOnceAndEndsAllSessions() throws Exception {
        resets.requestReset(String.valueOf(ana.email()), "");
        String token = tokenSent();
        assertThat(resets.preview(token).username()).isEqualTo(ana.username());

        resets.reset(token, NEW_PASSWORD, "");

        assertThat(passwords.signIn(ana.username(), NEW_PASSWORD, "").id()).isEqualTo(ana.id());
        assertThat(sessions.authenticate(here.token(), "")).isEmpty();
        assertThat(log.events(ana.id(), null, 10))
                .extracting(SecurityEvent::kind)
                .contains(SecurityEvent.Kind.PASSWORD_RESET);
        assertThatThrownBy(() -> resets.reset(token, People.PASSWORD, "")).isInstanceOf(NotFoundException.class);
    }

    @Test
    void invalidatesAnEarlierLink() {
        AccountId owner = ana.id();
        String first = resets.createResetToken(ana.id(), owner);
        String second = resets.createResetToken(ana.id(), owner);
        assertThatThrownBy(() -> resets.preview(first)).isInstanceOf(NotFoundException.class);
        assertThat(resets.preview(second).id()).isEqualTo(ana.id());
    }

    @Test
    void sendsNoMailToUnknownLogins() {
        resets.requestReset("nobody@example.org", "");
        resets.requestReset("nobody-at-all", "");
        resets.requestReset(ana.username(), "");
        await().until(() -> MAIL.getReceivedMessages().length > 0);
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void requiresStarttlsByDefault() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
                .withPropertyValues(
                        "spring.mail.host=127.0.0.1",
                        "spring.mail.port=" + MAIL.getSmtp().getPort())
                .run(context -> assertThatThrownBy(
                                () -> context.getBean(JavaMailSender.class).send(new SimpleMailMessage()))
                        .isInstanceOf(MailSendException.class)
                        .hasMessageContaining("STARTTLS"));
        assertThat(MAIL.getReceivedMessages()).isEmpty();
    }

    private UUID session() {
        return here.session().id();
    }

    private static String tokenSent() throws Exception {
        await().until(() -> MAIL.getReceivedMessages().length == 1);
        MimeMessage mail = MAIL.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Reset your Charla password");
        Matcher link = LINK.matcher(mail.getContent().toString());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static void assertInvalid(String field, String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(InvalidException.class, invalid -> {
            assertThat(invalid.field()).isEqualTo(field);
            assertThat(invalid.code()).isEqualTo(code);
        });
    }
}
