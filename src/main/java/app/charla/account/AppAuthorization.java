package app.charla.account;

import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.crypto.Encryptor;
import app.charla.crypto.SecretToken;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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
 * Authorization of apps by an identity provider: the person signs in with a browser, which brings the app an authorization
 * code; the app exchanges it for a token and proves by its PKCE verifier that it made the request.
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
    /** The form of a PKCE challenge. */
    public static final String CHALLENGE_PATTERN = "[A-Za-z0-9_-]{43}";

    /** The form of a PKCE verifier. */
    public static final String VERIFIER_PATTERN = "[A-Za-z0-9._~-]{43,128}";

    /** The form of a state. */
    public static final String STATE_PATTERN = "[\\x21-\\x7E]{0,128}";

    private static final Pattern CHALLENGE = Pattern.compile(CHALLENGE_PATTERN);
    private static final Pattern VERIFIER = Pattern.compile(VERIFIER_PATTERN);
    private static final Pattern STATE = Pattern.compile(STATE_PATTERN);
    private static final Pattern LOOPBACK =
            Pattern.compile("http://(127\\.0\\.0\\.1|\\[::1])(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?");
    /** The maximum length of the address where a code is received. */
    public static final int MAX_REDIRECT_LENGTH = 200;

    private final ExchangeCodeRepository codes;
    private final IdentityProperties settings;
    private final Encryptor encryptor;
    private final Clock clock;

    AppAuthorization(ExchangeCodeRepository codes, IdentityProperties settings, Encryptor encryptor, Clock clock) {
        this.codes = codes;
        this.settings = settings;
        this.encryptor = encryptor;
        this.clock = clock;
    }

    /** An authorization request, as the browser carried it. */
    private record Request(String challenge, String redirect, String state) {

        String redirectWith(String parameters) {
            String with = redirect + (redirect.contains("?") ? "&" : "?") + parameters;
            return state.isEmpty() ? with : with + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        }
    }

    /**
     * Begins an authorization.
     *
     * @param challenge the PKCE challenge, by the method S256
     * @param redirect the address where the app receives the code: a loopback address, or one of the settings
     * @param state a value that is returned to the app with the code; null for none
     * @return the encrypted request, which the browser carries; valid for 15 minutes
     * @throws InvalidException if one of them is not valid
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
        String sentState = state == null ? "" : state;
        if (!STATE.matcher(sentState).matches()) {
            throw new InvalidException("state", "oauth.state");
        }
        return encryptor.encrypt(
                PURPOSE,
                String.join("\n", challenge, redirect, sentState),
                clock.instant().plus(REQUEST_LIFETIME));
    }

    /**
     * Grants the request: issues an authorization code for the account that signed in.
     *
     * @param begun the encrypted request of {@link #begin}
     * @return the redirect address for the browser; empty if the request has expired or is not from here
     */
    public Optional<String> succeed(String begun, AccountId account) {
        return decrypt(begun).map(request -> {
            SecretToken code = SecretToken.random(CODE_BYTES);
            codes.save(new ExchangeCodeEntity(
                    account, code.digest(), request.challenge(), clock.instant().plus(CODE_LIFETIME)));
            return request.redirectWith("code=" + code.text());
        });
    }

    /**
     * Refuses the request.
     *
     * @param error an error code of RFC 6749, section 4.1.2.1
     * @return the redirect address for the browser; empty if the request has expired or is not from here
     */
    public Optional<String> fail(String begun, String error) {
        return decrypt(begun).map(request -> request.redirectWith("error=" + error));
    }

    /**
     * Exchanges a code for the account that it was issued for. A code works once, for a minute; a wrong verifier uses it
     * up, too.
     *
     * @throws InvalidException if there is no such code any more, or the verifier does not match
     */
    @Transactional(noRollbackFor = InvalidException.class)
    public AccountId redeem(String code, String verifier) {
        ExchangeCodeEntity found =
                codes.findByCodeHash(SecretToken.digest(code)).orElseThrow(AppAuthorization::unknownCode);
        boolean redeemed = codes.redeem(found.id()) == 1;
        boolean verified = VERIFIER.matcher(verifier).matches()
                && found.matches(
                        Base64.getUrlEncoder().withoutPadding().encodeToString(SecretToken.digest(verifier)),
                        clock.instant());
        if (!redeemed || !verified) {
            throw unknownCode();
        }
        return found.account();
    }

    /** Deletes codes that no app redeemed in time. */
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
}
