package app.charla.account;

/**
 * An identity provider, as the settings configure it.
 *
 * @param name lower-case letters, digits and hyphens; part of addresses
 * @param label the name that people see
 * @param issuer the issuer of its identities: that of OpenID Connect, or the address of GitHub
 * @param clientSecret blank for a public client, which relies on PKCE
 */
public record IdentityProvider(
        String name, String label, Protocol protocol, String issuer, String clientId, String clientSecret) {

    /** The protocol of the provider. */
    public enum Protocol {
        /** OpenID Connect; endpoints and keys are discovered from the issuer. */
        OIDC,
        /** GitHub, which speaks OAuth 2 only and serves the profile of a person by its own API. */
        GITHUB
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "IdentityProvider[" + name + ", " + issuer + "]";
    }
}
