package app.charla;

import app.charla.account.SetupCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the address once the server answers and, until there is an administrator, the link that makes one. */
@Component
@EnableConfigurationProperties(ServerSettings.class)
class StartNotice {

    private static final Logger log = LoggerFactory.getLogger(StartNotice.class);

    private final ServerSettings settings;
    private final SetupCode setup;

    StartNotice(ServerSettings settings, SetupCode setup) {
        this.settings = settings;
        this.setup = setup;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!settings.rateLimits()) {
            log.warn("RATE_LIMITS is off: anybody can flood this server. Use that for load tests only.");
        }
        String address = address(event);
        log.info("Charla answers at {}", address);
        setup.prepare()
                .ifPresentOrElse(
                        code -> log.info(
                                "This server has no admin yet: open {}/setup#{} to become its first one",
                                address,
                                code),
                        this::pointToOtherCode);
    }

    private void pointToOtherCode() {
        if (setup.isOpen()) {
            log.info("This server has no admin yet: the link that makes one was printed by another node or an earlier"
                    + " start. SETUP_CODE sets a new one.");
        }
    }

    private String address(ApplicationReadyEvent event) {
        if (!settings.publicUrl().isBlank()) {
            return settings.publicUrl();
        }
        var port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
        return "http://localhost:" + (port == null ? settings.port() : port);
    }
}
