package app.charla.ui.oauth;

import app.charla.account.IdentityProviders;
import app.charla.ui.security.Destination;
import app.charla.ui.security.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/**
 * Store of pending sign-ins in encrypted cookies, one each, sent to the addresses of this flow only: a sign-in ends in
 * the browser where it began, survives a restart of the server, and uses no memory while it waits. The answer must
 * match in state, in the provider whose address received it, and in the issuer if the provider names itself.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9207">RFC 9207</a>
 */
@Component
class PendingSignIns implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

    static final String PATH = "/login/oauth2";
    static final String START = PATH + "/start";
    private static final String BACK = PATH + "/code";
    private static final String COOKIE = "charla_oauth_";
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    /** Each is sent with every request of the flow, and servers limit the length of headers. */
    private static final int MAX_PENDING = 4;

    private final SealedCookies cookies;
    private final LinkTickets tickets;
    private final IdentityProviders providers;

    PendingSignIns(SealedCookies cookies, LinkTickets tickets, IdentityProviders providers) {
        this.cookies = cookies;
        this.providers = providers;
        this.tickets = tickets;
    }

    /** Returns the pending sign-in that a request completes. */
    static Optional<PendingSignIn> of(HttpServletRequest request) {
        return request.getAttribute(PendingSignIn.class.getName()) instanceof PendingSignIn pending
                ? Optional.of(pending)
                : Optional.empty();
    }

    @Override
    public void saveAuthorizationRequest(
            @Nullable OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
        if (begun == null) {
            return;
        }
        String[] others = cookies.names(request, COOKIE).toArray(String[]::new);
        if (others.length >= MAX_PENDING) {
            Arrays.stream(others).forEach(name -> cookies.clear(name, PATH, request, response));
        }
        Map<String, String> attributes = begun.getAttributes().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> String.valueOf(each.getValue())));
        String state = Objects.requireNonNull(begun.getState());
        var pending = new PendingSignIn(
                Objects.requireNonNull(attributes.get(OAuth2ParameterNames.REGISTRATION_ID)),
                begun.getAuthorizationUri(),
                begun.getClientId(),
                Objects.requireNonNull(begun.getRedirectUri()),
                begun.getScopes(),
                state,
                attributes,
                Destination.of(request.getParameter(Destination.PARAMETER)),
                link(request),
                request.getParameter(ProviderAddresses.PROGRAM),
                false);
        cookies.write(cookie(state), PATH, pending, LIFETIME, request, response);
    }

    private @Nullable UUID link(HttpServletRequest request) {
        String ticket = request.getParameter(ProviderAddresses.LINK);
        return ticket == null
                ? null
                : SignedIn.current()
                        .filter(person -> tickets.isOf(ticket, person))
                        .map(SignedIn::session)
                        .orElseThrow(() -> new ProviderException(SignInError.FOREIGN));
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
        return find(request).map(PendingSignIn::toRequest).orElse(null);
    }

    @Override
    public OAuth2AuthorizationRequest removeAuthorizationRequest(
            HttpServletRequest request, HttpServletResponse response) {
        PendingSignIn pending = find(request).orElseThrow(() -> new ProviderException(SignInError.EXPIRED));
        if (pending.over()) {
            throw new ProviderException(SignInError.REPLAYED);
        }
        String state = pending.state();
        cookies.write(cookie(state), PATH, pending.ended(), LIFETIME, request, response);
        request.setAttribute(PendingSignIn.class.getName(), pending);
        if (!matches(pending, request)) {
            throw new ProviderException(SignInError.FOREIGN);
        }
        return pending.toRequest();
    }

    /** Protects from mix-up: the answer of one provider would be taken to the token endpoint of another. */
    private boolean matches(PendingSignIn pending, HttpServletRequest request) {
        String issuer = request.getParameter("iss");
        return request.getServletPath().equals(BACK + "/" + pending.provider())
                && (issuer == null
                        || providers
                                .findByName(pending.provider())
                                .filter(provider -> provider.issuer().equals(issuer))
                                .isPresent());
    }

    private Optional<PendingSignIn> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(OAuth2ParameterNames.STATE))
                .flatMap(state -> cookies.read(request, cookie(state), PATH, PendingSignIn.class)
                        .filter(pending -> pending.over() || pending.state().equals(state)));
    }

    /** One cookie name per sign-in, so that two tabs do not interfere. */
    private static String cookie(String state) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return COOKIE + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
