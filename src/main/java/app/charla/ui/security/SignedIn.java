package app.charla.ui.security;

import app.charla.account.Session;
import app.charla.core.AccountId;
import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/**
 * Principal of a browser request.
 *
 * @param session the Charla session, which outlives the servlet session
 */
public record SignedIn(AccountId account, UUID session) implements Serializable {

    /** Returns the principal of the current request, if a person is signed in. */
    public static Optional<SignedIn> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    /**
     * Returns the principal of the current request, in views that require sign-in.
     *
     * @throws IllegalStateException if nobody is signed in
     */
    public static SignedIn required() {
        return current().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    static Optional<SignedIn> of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    static Authentication authentication(Session session) {
        return new PreAuthenticatedAuthenticationToken(
                new SignedIn(session.account(), session.id()), "", AuthorityUtils.createAuthorityList("ROLE_PERSON"));
    }
}
