package app.charla.account;

import app.charla.core.AccountId;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The WebAuthn ceremonies, registration and authentication. User verification (fingerprint, face or PIN) is required, so
 * that a passkey counts as two factors.
 *
 * @see <a href="https://www.w3.org/TR/webauthn-3/">Web Authentication</a>
 */
@Component
class PasskeyCeremony {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    private final PasskeyOwners owners;
    private final PasskeyStore store;
    private final AttemptLimits limits;
    private final String publicUrl;

    PasskeyCeremony(
            PasskeyOwners owners,
            PasskeyStore store,
            AttemptLimits limits,
            @Value("${charla.public-url:}") String publicUrl) {
        this.owners = owners;
        this.store = store;
        this.limits = limits;
        this.publicUrl = publicUrl;
    }

    /** Returns whether passkeys work at an origin: that of {@code PUBLIC_URL} or, if that is not set, localhost. */
    boolean isAvailableAt(String origin) {
        return publicUrl.isBlank() ? "localhost".equals(URI.create(origin).getHost()) : publicUrl.equals(origin);
    }

    PublicKeyCredentialCreationOptions beginRegistration(AccountId account, String origin) {
        var owner = UsernamePasswordAuthenticationToken.authenticated(account.toString(), "", List.of());
        return relyingParty(origin)
                .createPublicKeyCredentialCreationOptions(
                        new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
    }

    /** @return false if the response does not answer the options */
    @Transactional
    public boolean register(PublicKeyCredentialCreationOptions options, String response, String name, String origin) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> credential =
                    JSON.readValue(response, new TypeReference<>() {});
            relyingParty(origin)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(credential, name)));
            return true;
        } catch (WebAuthnException | IllegalArgumentException | JacksonException refused) {
            return false;
        }
    }

    PublicKeyCredentialRequestOptions beginAuthentication(String origin) {
        return relyingParty(origin)
                .createCredentialRequestOptions(
                        new ImmutablePublicKeyCredentialRequestOptionsRequest(new AnonymousAuthenticationToken(
                                "anybody", "anybody", AuthorityUtils.createAuthorityList("ROLE_ANYBODY"))));
    }

    /**
     * Returns the account whose passkey answered the request.
     *
     * @param address the network address of the request, for the rate limits
     * @throws SignInFailedException if the response does not answer the request, or the passkey is unknown
     * @throws app.charla.core.TooManyRequestsException if this network was refused too often lately
     */
    @Transactional
    public AccountId authenticate(Passkeys.AuthenticationRequest request, String response, String address) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> credential =
                    JSON.readValue(response, new TypeReference<>() {});
            return PasskeyEntity.account(relyingParty(request.origin())
                    .authenticate(new RelyingPartyAuthenticationRequest(request.options(), credential))
                    .getId());
        } catch (WebAuthnException | IllegalArgumentException | JacksonException refused) {
            limits.recordRefusedPasskey(address);
            throw new SignInFailedException();
        }
    }

    boolean hasPasskeys(AccountId account) {
        return !store.findByUserId(PasskeyEntity.handle(account)).isEmpty();
    }

    static String json(Object options) {
        return JSON.writeValueAsString(options);
    }

    private WebAuthnRelyingPartyOperations relyingParty(String origin) {
        if (!isAvailableAt(origin)) {
            throw new IllegalStateException("passkeys do not work at " + origin);
        }
        var site = PublicKeyCredentialRpEntity.builder()
                .id(URI.create(origin).getHost())
                .name("Charla")
                .build();
        var party = new Webauthn4JRelyingPartyOperations(owners, store, site, Set.of(origin));
        party.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        party.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return party;
    }
}
