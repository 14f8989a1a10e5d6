package app.charla.ui.oauth;

import app.charla.crypto.Encryptor;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Cookies with encrypted records, which the browser can neither read nor change. */
@Component
public class SealedCookies {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Encryptor encryptor;
    private final Clock clock;
    private final boolean publicTls;

    SealedCookies(Encryptor encryptor, Clock clock, @Value("${charla.public-url:}") String publicUrl) {
        this.encryptor = encryptor;
        this.clock = clock;
        this.publicTls = publicUrl.startsWith("https:");
    }

    /** Returns the names of the cookies with a prefix. */
    Stream<String> names(HttpServletRequest request, String beginning) {
        return cookies(request).map(Cookie::getName).filter(name -> name.startsWith(beginning));
    }

    /** Returns the record of a cookie, if it was written here for this path and has not expired. */
    public <T> Optional<T> read(HttpServletRequest request, String name, String path, Class<T> type) {
        return cookies(request)
                .filter(cookie -> cookie.getName().equals(name))
                .flatMap(cookie ->
                        encryptor.decryptIfValid(purpose(name, path), cookie.getValue(), clock.instant()).stream())
                .findFirst()
                .map(text -> JSON.readValue(text, type));
    }

    /** Writes a record; it is accepted until its lifetime is over. */
    public void write(
            String name,
            String path,
            Object value,
            Duration lifetime,
            HttpServletRequest request,
            HttpServletResponse response) {
        String text = JSON.writeValueAsString(value);
        String sealed =
                encryptor.encrypt(purpose(name, path), text, clock.instant().plus(lifetime));
        set(name, path, sealed, lifetime, request, response);
    }

    /** Deletes the cookie. */
    public void clear(String name, String path, HttpServletRequest request, HttpServletResponse response) {
        set(name, path, "", Duration.ZERO, request, response);
    }

    private void set(
            String name,
            String path,
            String value,
            Duration lifetime,
            HttpServletRequest request,
            HttpServletResponse response) {
        var cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(publicTls || request.isSecure())
                .sameSite("Lax") // Strict would not come back from the provider
                .path(path)
                .maxAge(lifetime)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String purpose(String name, String path) {
        return "cookie " + name + " " + path;
    }

    private static Stream<Cookie> cookies(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null ? Stream.empty() : Arrays.stream(cookies);
    }
}
