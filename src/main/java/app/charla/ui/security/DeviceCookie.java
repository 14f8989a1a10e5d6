package app.charla.ui.security;

import app.charla.account.Client;
import app.charla.crypto.SecretToken;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Cookie with a random token by which accounts know a browser in which they signed in before. It outlives sign-out and
 * grants no access: what it is good for is in the decision.
 *
 * @see <a href="../../../../../../docs/decisions/045-known-devices-and-failed-sign-ins.md">decision 045</a>
 * @see <a href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">Device cookies</a>
 */
@Component
public class DeviceCookie {

    private static final String NAME = "charla_device";
    private static final int TOKEN_BYTES = 32;

    /** Length of a token in Base64; anything else is not from here. */
    private static final int TOKEN_LENGTH = 43;

    /** Longest time that browsers keep a cookie. */
    private static final Duration MAX_AGE = Duration.ofDays(400);

    private final boolean publicTls;

    DeviceCookie(@Value("${charla.public-url:}") String publicUrl) {
        this.publicTls = publicUrl.startsWith("https:");
    }

    /** Returns the client of a request, by its address and, if it has the cookie, its device. */
    public static Client client(HttpServletRequest request) {
        return new Client(request.getRemoteAddr(), token(request).orElse(null));
    }

    private static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .filter(token -> token.length() == TOKEN_LENGTH);
    }

    /**
     * Returns the client of a request whose person has just signed in, and sets the cookie if it has none.
     *
     * @param stay whether the cookie outlives the closing of the browser
     */
    Client ensure(boolean stay, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> present = token(request);
        String token = present.orElseGet(() -> SecretToken.random(TOKEN_BYTES).text());
        if (stay || present.isEmpty()) {
            write(token, stay, request, response);
        }
        return new Client(request.getRemoteAddr(), token);
    }

    private void write(String token, boolean stay, HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(NAME, token)
                .httpOnly(true)
                .secure(publicTls || request.isSecure())
                .sameSite("Lax")
                .path("/");
        if (stay) {
            cookie.maxAge(MAX_AGE);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }
}
