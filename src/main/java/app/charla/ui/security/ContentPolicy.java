package app.charla.ui.security;

import java.security.SecureRandom;
import java.util.Base64;
import org.jsoup.nodes.Document;

/**
 * Content security policy of the pages: their own files, and inline scripts by nonce.
 *
 * @see <a href="../../../../../../docs/decisions/010-content-security-policy.md">decision 010</a>
 */
public final class ContentPolicy {

    /** The policy of responses that are not pages of the UI. */
    static final String OF_FILES = "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    /** The policy of the offline page, which has no inline scripts. */
    static final String OF_OFFLINE_PAGE = policy("") + "; worker-src 'self'";

    /** Additions for ./charla dev: icon fonts as data addresses, and the worker in which Vite waits for a restart. */
    private static final String OF_DEVELOPMENT = "; font-src 'self' data:; worker-src 'self' blob:";

    private static final SecureRandom RANDOM = new SecureRandom();

    private ContentPolicy() {}

    /**
     * Adds a nonce to the inline scripts of a page.
     *
     * @param production false where Vite's development server delivers modules
     * @return the policy to send with the page
     */
    public static String applyTo(Document page, boolean production) {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        page.select("script, style, link[rel=stylesheet], link[rel=modulepreload]")
                .attr("nonce", nonce);
        return policy("'nonce-" + nonce + "' ") + (production ? "; worker-src 'self'" : OF_DEVELOPMENT);
    }

    private static String policy(String inlineScripts) {
        return String.join(
                "; ",
                "default-src 'self'",
                // Flow's client makes functions of the calls that the server sends.
                "script-src 'self' " + inlineScripts + "'unsafe-eval'",
                // Vaadin's components write their base styles into the page while it runs.
                "style-src 'self' 'unsafe-inline'",
                "img-src 'self' data: blob:",
                // What one sends shows, and is listened to, before the server has it.
                "media-src 'self' blob:",
                "connect-src 'self'",
                "manifest-src 'self'",
                "object-src 'none'",
                "base-uri 'self'",
                "form-action 'self'",
                "frame-ancestors 'none'");
    }
}
