package app.charla.journey;

import app.charla.CharlaApplication;
import app.charla.FreePort;
import app.charla.People;
import app.charla.account.AccountService;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.account.SetupCode;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.HotSpotDiagnosticMXBean.ThreadDumpFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.catalina.Context;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** The program as people run it, on a free port and in a folder of its own; it can be stopped and started again. */
final class RunningCharla implements AutoCloseable {

    private final Path data;
    private final Map<String, Object> settings;
    private final int port = FreePort.next();
    private @Nullable ConfigurableApplicationContext context;

    RunningCharla() {
        this(Map.of());
    }

    /** @param settings beside the usual ones */
    RunningCharla(Map<String, Object> settings) {
        this.settings = settings;
        try {
            data = Files.createDirectories(Path.of("target", "test-data")).resolve("journey-" + System.nanoTime());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start();
    }

    /** Starts where it was before. */
    void start() {
        Map<String, Object> all = new HashMap<>(Map.of("charla.registration.setup-code", People.SETUP_CODE));
        all.putAll(settings);
        all.putAll(Map.of(
                "server.port",
                port,
                "server.shutdown",
                "immediate",
                "charla.storage.data-dir",
                data,
                "charla.account.limited",
                false,
                "charla.chat.limited",
                false,
                "charla.message.limited",
                false,
                "charla.presence.limited",
                false,
                "charla.space.limited",
                false));
        context = new SpringApplicationBuilder(CharlaApplication.class)
                .run(all.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    /** Stops it; the data stays. */
    void stop() {
        if (context != null) {
            context.close();
            context = null;
        }
    }

    /**
     * Returns whether no server was started in this process since: the holder of Spring's security context is static and
     * serves the latest only.
     */
    boolean isLatest() {
        return bean(SecurityContextHolderStrategy.class) == SecurityContextHolder.getContextHolderStrategy();
    }

    /** Writes what all threads of this process do, virtual ones too, to {@code target/screens}. */
    void dumpThreads(String test) {
        try {
            Path file = Files.createDirectories(Path.of("target", "screens"))
                    .resolve(test.replaceAll("\\W+", "-") + System.nanoTime() + ".threads.txt");
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                    .dumpThreads(file.toAbsolutePath().toString(), ThreadDumpFormat.TEXT_PLAIN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns whether the servlet container has a session. */
    boolean hasServletSession(String id) {
        var server =
                (TomcatWebServer) ((ServletWebServerApplicationContext) Objects.requireNonNull(context)).getWebServer();
        var application =
                (Context) Objects.requireNonNull(server).getTomcat().getHost().findChildren()[0];
        try {
            return application.getManager().findSession(id) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of its services. */
    <T> T bean(Class<T> type) {
        return Objects.requireNonNull(context).getBean(type);
    }

    /** One of several of a type. */
    <T> T bean(String name, Class<T> type) {
        return Objects.requireNonNull(context).getBean(name, type);
    }

    /**
     * Makes an account and signs it in. The first one is an administrator and owns the home space.
     *
     * @param locale the language of its browser
     * @return the token of the session
     */
    String register(String username, String password, String locale) {
        var account = bean(AccountService.class)
                .register(
                        new Registration(username, null, password, Language.ofTag(locale)),
                        People.ticket(bean(SetupCode.class)),
                        "test");
        return bean(SessionService.class)
                .open(account.id(), Session.Kind.BROWSER, "test", "")
                .token();
    }

    /** Makes it long ago that anybody proved who they are. */
    void letProofsGrowOld() {
        new JdbcTemplate(bean(DataSource.class)).update("UPDATE session SET proved_at = 0");
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        stop();
    }
}
