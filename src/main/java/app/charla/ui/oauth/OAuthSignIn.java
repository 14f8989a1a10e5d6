package app.charla.ui.oauth;

import app.charla.account.AppAuthorization;
import app.charla.account.ExternalIdentity;
import app.charla.account.IdentityProvider;
import app.charla.account.IdentityProviders;
import app.charla.account.IdentityService;
import app.charla.account.Session;
import app.charla.account.SessionOrigin;
import app.charla.account.SessionOrigins;
import app.charla.core.AccountId;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.ui.Addresses;
import app.charla.ui.security.Destination;
import app.charla.ui.security.SessionCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.user.OAuth2User;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** Callback of the authorization code flow: signs in, links an identity, or leads to registration. */
@Component
public class OAuthSignIn implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final Logger log = LoggerFactory.getLogger(OAuthSignIn.class);

    private final IdentityProviders providers;
    private final IdentityService identities;
    private final AppAuthorization programs;
    private final SessionOrigins origins;
    private final PendingIdentities pendingIdentities;
    private final SessionCookie cookie;

    OAuthSignIn(
            IdentityProviders providers,
            IdentityService identities,
            AppAuthorization programs,
            SessionOrigins origins,
            PendingIdentities pendingIdentities,
            SessionCookie cookie) {
        this.providers = providers;
        this.identities = identities;
        this.programs = programs;
        this.origins = origins;
        this.pendingIdentities = pendingIdentities;
        this.cookie = cookie;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication vouched) throws IOException {
        PendingSignIn pending = PendingSignIns.of(request).orElseThrow();
        OAuth2User user = ((OAuth2AuthenticationToken) vouched).getPrincipal();
        IdentityProvider provider = providers.findByName(pending.provider()).orElseThrow();
        var identity = new PendingIdentity(
                pending.provider(),
                identity(provider, Objects.requireNonNull(user)),
                pending.to(),
                pending.program(),
                user instanceof OidcUser oidc ? oidc.getIdToken().getTokenValue() : null);
        try {
            response.sendRedirect(
                    pending.link() == null
                            ? signIn(identity, request, response)
                            : link(identity, pending.link(), request));
        } catch (ForbiddenException otherDomain) {
            fail(SignInError.DOMAIN, request, response);
        } catch (ConflictException linkedElsewhere) {
            fail(SignInError.TAKEN, request, response);
        }
    }

    private static ExternalIdentity identity(IdentityProvider provider, OAuth2User user) {
        boolean github = provider.protocol() == IdentityProvider.Protocol.GITHUB;
        return new ExternalIdentity(
                provider.issuer(),
                user.getName(),
                text(user, "email"),
                Boolean.parseBoolean(text(user, "email_verified")),
                text(user, github ? "login" : "preferred_username"),
                text(user, "name"));
    }

    private static @Nullable String text(OAuth2User user, String attribute) {
        Object value = user.getAttributes().get(attribute);
        return value == null ? null : value.toString();
    }

    private String signIn(PendingIdentity identity, HttpServletRequest request, HttpServletResponse response) {
        Optional<AccountId> account = identities.signIn(identity.identity());
        if (account.isEmpty()) {
            pendingIdentities.remember(identity, request, response);
            return "/" + Addresses.WELCOME;
        }
        return openSession(account.orElseThrow(), identity, request, response);
    }

    /**
     * Signs in a known account.
     *
     * @return the destination after sign-in, or the address of the program that began the flow
     */
    public String openSession(
            AccountId account, PendingIdentity identity, HttpServletRequest request, HttpServletResponse response) {
        if (identity.program() != null) {
            pendingIdentities.clear(request, response);
            return programs.succeed(identity.program(), account)
                    .orElseGet(() -> failed(SignInError.EXPIRED, identity.provider()));
        }
        Session session = cookie.open(account, true, request, response);
        if (identity.idToken() != null) {
            origins.save(session, new SessionOrigin(identity.provider(), identity.idToken()));
        }
        return identity.to();
    }

    /** Address where the owner of an existing account proves it. */
    public static String redirectToProof(PendingIdentity identity) {
        String to = identity.program() == null
                ? identity.to()
                : ProviderAddresses.program(identity.provider(), identity.program());
        return "/" + Addresses.LOGIN + Destination.query(to);
    }

    private String link(PendingIdentity identity, UUID session, HttpServletRequest request) {
        Session person = cookie.read(request)
                .filter(current -> current.id().equals(session))
                .orElseThrow(() -> new ProviderException(SignInError.FOREIGN));
        identities.link(person.account(), person.id(), identity.identity(), request.getRemoteAddr());
        return identity.to();
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        SignInError error = SignInError.of(failure);
        log.info("A sign-in by a provider failed: {} ({})", error, SignInError.codeOf(failure));
        fail(error, request, response);
    }

    /** Shows the page of an error; a program receives it as an OAuth error. */
    void fail(SignInError error, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String provider = request.getServletPath().replaceFirst(".*/", "");
        Optional<String> program = PendingSignIns.of(request)
                .flatMap(pending -> Optional.ofNullable(pending.program()))
                .flatMap(begun -> programs.fail(
                        begun,
                        error == SignInError.DENIED || error == SignInError.DOMAIN ? "access_denied" : "server_error"));
        response.sendRedirect(program.orElseGet(() -> failed(error, provider)));
    }

    private String failed(SignInError error, String provider) {
        String known = providers
                .findByName(provider)
                .map(found -> "&provider=" + found.name())
                .orElse("");
        return "/" + Addresses.SIGN_IN_FAILED + "?cause=" + error.code() + known;
    }
}
