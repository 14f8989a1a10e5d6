package app.charla.ui.oauth;

import app.charla.account.IdentityService;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.ui.security.BrowserSignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Encrypted cookie with the identity that a provider vouched for, until the person chooses a username or proves an
 * account they have. After sign-in by any method, the identity is linked if that account has the same verified e-mail.
 */
@Component
public class PendingIdentities {

    private static final Logger log = LoggerFactory.getLogger(PendingIdentities.class);
    private static final String COOKIE = "charla_newcomer";
    private static final String PATH = "/";
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final SealedCookies cookies;
    private final IdentityService identities;

    PendingIdentities(SealedCookies cookies, IdentityService identities) {
        this.cookies = cookies;
        this.identities = identities;
    }

    void remember(PendingIdentity identity, HttpServletRequest request, HttpServletResponse response) {
        cookies.write(COOKIE, PATH, identity, LIFETIME, request, response);
    }

    /** Returns the identity, if a provider vouched for it within the last 15 minutes. */
    public Optional<PendingIdentity> find(HttpServletRequest request) {
        return cookies.read(request, COOKIE, PATH, PendingIdentity.class);
    }

    /** Deletes the cookie. */
    public void clear(HttpServletRequest request, HttpServletResponse response) {
        cookies.clear(COOKIE, PATH, request, response);
    }

    @EventListener
    void proved(BrowserSignedIn event) {
        find(event.request()).ifPresent(identity -> {
            try {
                identities.linkIfSameEmail(
                        event.session().account(),
                        event.session().id(),
                        identity.identity(),
                        event.request().getRemoteAddr());
            } catch (ConflictException | ForbiddenException refused) {
                log.info("An identity of {} was not linked: {}", identity.provider(), refused.getMessage());
            }
            clear(event.request(), event.response());
        });
    }
}
