package app.charla.ui.oauth;

import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;

/** A sign-in by a provider fails for a reason that is known here. */
class ProviderException extends OAuth2AuthenticationException {

    private static final long serialVersionUID = 1;

    private final Trouble trouble;

    ProviderException(Trouble trouble) {
        super(new OAuth2Error(trouble.code()));
        this.trouble = trouble;
    }

    ProviderException(Trouble trouble, Throwable cause) {
        super(new OAuth2Error(trouble.code()), cause);
        this.trouble = trouble;
    }

    Trouble trouble() {
        return trouble;
    }
}
