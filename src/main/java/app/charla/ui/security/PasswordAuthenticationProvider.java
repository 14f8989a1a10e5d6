package app.charla.ui.security;

import app.charla.account.Account;
import app.charla.account.Client;
import app.charla.account.CodeRequiredException;
import app.charla.account.OverloadedException;
import app.charla.account.PasswordAuthentication;
import app.charla.account.SignInFailedException;
import app.charla.core.AccountId;
import app.charla.core.ForbiddenException;
import app.charla.core.TooManyRequestsException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/** Authentication by username or e-mail and password. */
@Component
class PasswordAuthenticationProvider implements AuthenticationProvider {

    /** The rate limit is reached, or the server is overloaded; the password was not checked. */
    static final class TooManyAttempts extends AuthenticationException {

        private final long seconds;
        private final boolean overloaded;

        private TooManyAttempts(TooManyRequestsException cause) {
            super("too many tries", cause);
            this.seconds = cause.retryAfter().plusMillis(999).toSeconds();
            this.overloaded = cause instanceof OverloadedException;
        }

        boolean overloaded() {
            return overloaded;
        }

        long seconds() {
            return seconds;
        }
    }

    /** The password is right and a code of the second factor is required. */
    static final class SecondFactorRequired extends AuthenticationException {

        private final AccountId account;

        private SecondFactorRequired(CodeRequiredException cause) {
            super("a code is to follow", cause);
            this.account = cause.account();
        }

        AccountId account() {
            return account;
        }
    }

    private final PasswordAuthentication passwords;

    PasswordAuthenticationProvider(PasswordAuthentication passwords) {
        this.passwords = passwords;
    }

    @Override
    public Authentication authenticate(Authentication claim) {
        Client client = claim.getDetails() instanceof Client details ? details : Client.at("");
        try {
            Account account = passwords.signIn(claim.getName(), String.valueOf(claim.getCredentials()), client);
            return UsernamePasswordAuthenticationToken.authenticated(
                    account.id(), null, AuthorityUtils.createAuthorityList("ROLE_PERSON"));
        } catch (CodeRequiredException half) {
            throw new SecondFactorRequired(half);
        } catch (SignInFailedException | ForbiddenException wrong) {
            throw new BadCredentialsException("wrong name or password", wrong);
        } catch (TooManyRequestsException tooMany) {
            throw new TooManyAttempts(tooMany);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
