package app.charla.ui.security;

import app.charla.core.AccountId;
import app.charla.crypto.Encryptor;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Encrypted cookie for the five minutes between password and second factor. It grants no access by itself.
 *
 * @see <a href="../../../../../../docs/decisions/018-authentication-and-reauthentication.md">decision 018</a>
 */
@Component
public class SecondFactorCookie {

    /**
     * The account whose password was right.
     *
     * @param stay whether the person asked to stay signed in
     */
    public record Pending(AccountId account, boolean stay) {}

    private static final String NAME = "charla_half_way";
    private static final String PURPOSE = "second step";
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final Encryptor encryptor;
    private final Clock clock;
    private final boolean publicTls;

    SecondFactorCookie(Encryptor encryptor, Clock clock, @Value("${charla.public-url:}") String publicUrl) {
        this.encryptor = encryptor;
        this.clock = clock;
        this.publicTls = publicUrl.startsWith("https:");
    }

    void write(AccountId account, boolean stay, HttpServletRequest request, HttpServletResponse response) {
        String value =
                encryptor.encrypt(PURPOSE, account + " " + stay, clock.instant().plus(LIFETIME));
        write(value, LIFETIME, request, response);
    }

    /** Returns the content of a valid cookie, if the request has one. */
    public Optional<Pending> read(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .flatMap(value -> encryptor.decryptIfValid(PURPOSE, value, clock.instant()))
                .map(text -> text.split(" "))
                .map(parts -> new Pending(new AccountId(UUID.fromString(parts[0])), Boolean.parseBoolean(parts[1])));
    }

    /** Deletes the cookie. */
    public void clear(HttpServletRequest request, HttpServletResponse response) {
        write("", Duration.ZERO, request, response);
    }

    private void write(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .httpOnly(true)
                        .secure(publicTls || request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
