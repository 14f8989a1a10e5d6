package app.charla.account;

/**
 * Somebody who vouches for people, as the settings name them.
 *
 * @param name lower-case letters, digits and hyphens; part of addresses
 * @param label what people know it by
 * @param issuer whom its identities are from: the issuer of OpenID Connect, or the address of GitHub
 * @param clientSecret blank for a client that has none and relies on PKCE
 */
public record IdentityProvider(
        String name, String label, Protocol protocol, String issuer, String clientId, String clientSecret) {

    /** How it is spoken to. */
    public enum Protocol {
        /** OpenID Connect: whatever else there is to know is discovered from the issuer. */
        OIDC,
        /** GitHub, which speaks OAuth 2 only and tells of a person by its own API. */
        GITHUB
    }

    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "IdentityProvider[" + name + ", " + issuer + "]";
    }
}
