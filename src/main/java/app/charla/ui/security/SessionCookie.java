package app.charla.ui.security;

import app.charla.account.IssuedToken;
import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.core.AccountId;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Cookie with the session token of a browser. Signing in writes it, signing out deletes it.
 *
 * @see <a href="../../../../../../docs/decisions/011-browser-sessions.md">decision 011</a>
 */
@Component
public class SessionCookie {

    private static final String NAME = "charla_session";

    /** Longest time that browsers keep a cookie; the server decides when a session ends. */
    private static final Duration MAX_AGE = Duration.ofDays(400);

    private final SessionService sessions;
    private final DeviceCookie device;
    private final ApplicationEventPublisher events;
    private final boolean publicTls;

    SessionCookie(
            SessionService sessions,
            DeviceCookie device,
            ApplicationEventPublisher events,
            @Value("${charla.public-url:}") String publicUrl) {
        this.sessions = sessions;
        this.device = device;
        this.events = events;
        this.publicTls = publicUrl.startsWith("https:");
    }

    /**
     * Opens a session for an account that was just authenticated, and sets the cookie.
     *
     * @param stay whether the cookie outlives the closing of the browser
     */
    public Session open(AccountId account, boolean stay, HttpServletRequest request, HttpServletResponse response) {
        IssuedToken issued = sessions.open(
                account,
                Session.Kind.BROWSER,
                DeviceLabel.of(request.getHeader(HttpHeaders.USER_AGENT)),
                device.ensure(stay, request, response));
        write(issued.token(), stay ? MAX_AGE : null, request, response);
        events.publishEvent(new BrowserSignedIn(issued.session(), request, response));
        return issued.session();
    }

    /** Deletes the cookie. {@link SessionService} ends the session itself. */
    public void clear(HttpServletRequest request, HttpServletResponse response) {
        write("", Duration.ZERO, request, response);
    }

    /** Returns the session of the cookie, unless it has ended. */
    public Optional<Session> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .filter(token -> !token.isEmpty())
                .flatMap(token -> sessions.authenticate(token, request.getRemoteAddr()))
                .filter(session -> session.kind() == Session.Kind.BROWSER);
    }

    private void write(
            String token, @Nullable Duration maxAge, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .secure(publicTls || request.isSecure())
                .sameSite("Lax")
                .path("/");
        if (maxAge != null) {
            cookie.maxAge(maxAge);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
