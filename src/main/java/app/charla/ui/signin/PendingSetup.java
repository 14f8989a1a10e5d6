package app.charla.ui.signin;

import app.charla.account.Administrators;
import app.charla.account.RegistrationTicket;
import app.charla.account.SetupCode;
import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.oauth.SealedCookies;
import app.charla.ui.security.BrowserSignedIn;
import app.charla.ui.security.Destination;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Encrypted cookie with the setup code of a link that was opened, until somebody has registered or signed in with this
 * browser, by any method: they become the first administrator.
 */
@Component
class PendingSetup {

    private static final Logger log = LoggerFactory.getLogger(PendingSetup.class);
    private static final String COOKIE = "charla_setup";
    private static final String PATH = "/";
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final SealedCookies cookies;
    private final SetupCode setup;
    private final Administrators administrators;

    PendingSetup(SealedCookies cookies, SetupCode setup, Administrators administrators) {
        this.cookies = cookies;
        this.setup = setup;
        this.administrators = administrators;
    }

    void remember(String code, HttpServletRequest request, HttpServletResponse response) {
        cookies.write(COOKIE, PATH, code, LIFETIME, request, response);
    }

    /** Returns the code, unless it was used meanwhile. */
    Optional<String> find(HttpServletRequest request) {
        return cookies.read(request, COOKIE, PATH, String.class).filter(setup::isCurrent);
    }

    /**
     * Returns what this browser shows in order to register.
     *
     * @param destination the address that follows, perhaps that of an invite
     */
    RegistrationTicket ticket(HttpServletRequest request, @Nullable String destination) {
        return new RegistrationTicket(
                Destination.invite(destination).orElse(null), find(request).orElse(null));
    }

    @EventListener
    void claim(BrowserSignedIn event) {
        Optional<String> code = cookies.read(event.request(), COOKIE, PATH, String.class);
        if (code.isEmpty()) {
            return;
        }
        AccountId account = event.session().account();
        try {
            if (!administrators.isAdministrator(account)) {
                setup.claim(account, code.orElseThrow(), event.request().getRemoteAddr());
            }
        } catch (InvalidException | TooManyRequestsException refused) {
            log.info("A setup code was not accepted: {}", refused.getMessage());
        }
        cookies.clear(COOKIE, PATH, event.request(), event.response());
    }
}
