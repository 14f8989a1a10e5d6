package app.charla.ui.oauth;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/** Reason why a sign-in by a provider failed. Each has a title and a text in the bundles. */
public enum SignInError {
    /** The person, or the provider, refused. */
    DENIED,
    /** The sign-in is unknown: too old, or begun in another browser. */
    EXPIRED,
    /** The sign-in was completed before. */
    REPLAYED,
    /** The answer belongs to another sign-in, provider or person. */
    FOREIGN,
    /** The provider does not answer. */
    DOWN,
    /** The clocks of the provider and of this server differ too much. */
    CLOCK,
    /** The signature of the provider is missing or wrong. */
    KEY,
    /** The e-mail domain is not allowed. */
    DOMAIN,
    /** The identity is linked to another account. */
    TAKEN,
    /** The provider does not exist. */
    UNKNOWN,
    /** The provider, or its answer, was invalid. */
    REFUSED,
    /** An error of this server. */
    BROKEN;

    /** OAuth error code for wrong times in an ID token. */
    static final String CLOCK_CODE = "charla_clock";

    /** Code of the error in addresses and bundles. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the error with a code. */
    public static Optional<SignInError> of(String code) {
        return Arrays.stream(values())
                .filter(error -> error.code().equals(code))
                .findFirst();
    }

    static SignInError of(AuthenticationException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> ofCause(cause).stream())
                .findFirst()
                .orElseGet(() -> ofCode(codeOf(failure)));
    }

    private static Optional<SignInError> ofCause(Throwable cause) {
        return switch (cause) {
            case ProviderException ours -> Optional.of(ours.error());
            case JwtValidationException invalid ->
                Optional.of(
                        invalid.getErrors().stream()
                                        .anyMatch(e -> e.getErrorCode().equals(CLOCK_CODE))
                                ? CLOCK
                                : REFUSED);
            case BadJwtException unsigned -> Optional.of(KEY);
            case IOException silence -> Optional.of(DOWN);
            default -> Optional.empty();
        };
    }

    private static SignInError ofCode(String code) {
        return switch (code) {
            case OAuth2ErrorCodes.ACCESS_DENIED -> DENIED;
            case OAuth2ErrorCodes.SERVER_ERROR, OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE -> DOWN;
            case "invalid_nonce", "invalid_state_parameter" -> FOREIGN;
            default -> REFUSED;
        };
    }

    /** Returns the OAuth error code, which contains no secret. */
    static String codeOf(AuthenticationException failure) {
        return switch (failure) {
            case OAuth2AuthenticationException oauth -> oauth.getError().getErrorCode();
            case AuthenticationException other
            when other.getCause() instanceof OAuth2AuthorizationException oauth ->
                oauth.getError().getErrorCode();
            default -> failure.getClass().getSimpleName();
        };
    }
}
