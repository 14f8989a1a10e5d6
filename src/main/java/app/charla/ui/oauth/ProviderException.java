package app.charla.ui.oauth;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** A sign-in by a provider failed for a known reason. */
class ProviderException extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1;

    private final SignInError error;

    ProviderException(SignInError error) {
        super(new OAuth2Error(error.code()));
        this.error = error;
    }

    ProviderException(SignInError error, Throwable cause) {
        super(new OAuth2Error(error.code()), cause);
        this.error = error;
    }

    SignInError error() {
        return error;
    }
}
