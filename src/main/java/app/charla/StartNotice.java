package app.charla;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the address once the server answers. */
@Component
@EnableConfigurationProperties(ServerSettings.class)
class StartNotice {

    private static final Logger log = LoggerFactory.getLogger(StartNotice.class);

    private final ServerSettings settings;

    StartNotice(ServerSettings settings) {
        this.settings = settings;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!settings.rateLimits()) {
            log.warn("RATE_LIMITS is off: anybody can flood this server. Use that for load tests only.");
        }
        log.info("Charla answers at {}", address(event));
    }

    private String address(ApplicationReadyEvent event) {
        if (!settings.publicUrl().isBlank()) {
            return settings.publicUrl();
        }
        var port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
        return "http://localhost:" + (port == null ? settings.port() : port);
    }
}
