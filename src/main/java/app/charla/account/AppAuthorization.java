package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.crypto.Encryptor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signing a program in by a provider: its person does that in a browser, which then brings the program a code; the program
 * exchanges it for a token, and proves by its PKCE verifier that it is the one that began.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8252">RFC 8252</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636</a>
 */
@Service
public class AppAuthorization {

    private static final String PURPOSE = "program sign-in";
    private static final Duration REQUEST_LIFETIME = Duration.ofMinutes(15);
    private static final Duration CODE_LIFETIME = Duration.ofMinutes(1);
    private static final int CODE_BYTES = 32;
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
    private static final Pattern STATE = Pattern.compile("[\\x21-\\x7E]{0,128}");
    private static final Pattern LOOPBACK =
            Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?");
    private static final int MAX_REDIRECT_LENGTH = 200;

    private final ExchangeCodeRepository codes;
    private final IdentityProperties settings;
    private final Encryptor encryptor;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AppAuthorization(ExchangeCodeRepository codes, IdentityProperties settings, Encryptor encryptor, Clock clock) {
        this.codes = codes;
        this.settings = settings;
        this.encryptor = encryptor;
        this.clock = clock;
    }

    /** What a program asked for, once it has passed through a browser. */
    private record Request(String challenge, String redirect, String state) {

        String redirectWith(String parameters) {
            String with = redirect + (redirect.contains("?") ? "&" : "?") + parameters;
            return state.isEmpty() ? with : with + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        }
    }

    /**
     * Begins.
     *
     * @param challenge of PKCE, by the method S256
     * @param redirect where the program waits for the code: a loopback address, or one of the settings
     * @param state comes back to the program with the code
     * @return what the browser carries, good for a quarter of an hour
     * @throws InvalidException if one of them will not do
     */
    public String begin(String challenge, String redirect, @Nullable String state) {
        if (!CHALLENGE.matcher(challenge).matches()) {
            throw new InvalidException("code_challenge", "oauth.challenge");
        }
        boolean allowed = redirect.length() <= MAX_REDIRECT_LENGTH
                && (LOOPBACK.matcher(redirect).matches() || settings.redirects().contains(redirect));
        if (!allowed) {
            throw new InvalidException("redirect_uri", "oauth.redirect");
        }
        String kept = state == null ? "" : state;
        if (!STATE.matcher(kept).matches()) {
            throw new InvalidException("state", "oauth.state");
        }
        return encryptor.encrypt(
                PURPOSE,
                String.join("\n", challenge, redirect, kept),
                clock.instant().plus(REQUEST_LIFETIME));
    }

    /**
     * Lets the program have a code for the account that its person has proved.
     *
     * @param begun what {@link #begin} answered
     * @return where the browser is to go; empty if it took too long, or was not begun here
     */
    public Optional<String> succeed(String begun, AccountId account) {
        return decrypt(begun).map(request -> {
            byte[] secret = new byte[CODE_BYTES];
            random.nextBytes(secret);
            String code = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
            codes.save(new ExchangeCodeEntity(
                    account, digest(code), request.challenge(), clock.instant().plus(CODE_LIFETIME)));
            return request.redirectWith("code=" + code);
        });
    }

    /**
     * Tells the program that nothing comes of it.
     *
     * @param error one of RFC 6749, section 4.1.2.1
     * @return where the browser is to go; empty if it took too long, or was not begun here
     */
    public Optional<String> fail(String begun, String error) {
        return decrypt(begun).map(request -> request.redirectWith("error=" + error));
    }

    /**
     * Whom a code stands for. It does so once, and for a minute; a wrong verifier uses it up, too.
     *
     * @throws InvalidException if there is no such code any more, or the verifier is another
     */
    @Transactional(noRollbackFor = InvalidException.class)
    public AccountId redeem(String code, String verifier) {
        ExchangeCodeEntity found = codes.findByCodeHash(digest(code)).orElseThrow(AppAuthorization::unknownCode);
        boolean mine = codes.redeem(found.id()) == 1;
        boolean proved = VERIFIER.matcher(verifier).matches()
                && found.matches(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(digest(verifier)), clock.instant());
        if (!mine || !proved) {
            throw unknownCode();
        }
        return found.account();
    }

    /** Forgets codes that nobody came for. */
    @Scheduled(fixedDelay = 6, initialDelay = 1, timeUnit = TimeUnit.HOURS)
    @Transactional
    void deleteExpired() {
        codes.deleteExpired(clock.instant());
    }

    private static InvalidException unknownCode() {
        return new InvalidException("code", "oauth.code");
    }

    private Optional<Request> decrypt(String begun) {
        return encryptor.decryptIfValid(PURPOSE, begun, clock.instant()).map(text -> {
            String[] parts = text.split("\n", 3);
            return new Request(parts[0], parts[1], parts[2]);
        });
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
