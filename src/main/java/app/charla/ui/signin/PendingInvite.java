package app.charla.ui.signin;

import app.charla.ui.oauth.SealedCookies;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * The invite that a visitor of this browser chose to join by, while they sign in or make an account: back at its page, they
 * are not asked again. An encrypted cookie, so that a link alone makes nobody a member. Called in requests of views.
 */
@Component
public class PendingInvite {

    private static final String COOKIE = "charla_invite";
    private static final String PATH = "/";
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final SealedCookies cookies;

    PendingInvite(SealedCookies cookies) {
        this.cookies = cookies;
    }

    /** Remembers that the visitor joins by an invite as soon as they are signed in. */
    void remember(String token) {
        cookies.write(
                COOKIE,
                PATH,
                token,
                LIFETIME,
                VaadinServletRequest.getCurrent().getHttpServletRequest(),
                VaadinServletResponse.getCurrent().getHttpServletResponse());
    }

    /** Forgets the invite that is remembered. Returns whether it was this one. */
    public boolean take(String token) {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        var remembered = cookies.read(request, COOKIE, PATH, String.class);
        if (remembered.isPresent()) {
            cookies.clear(
                    COOKIE, PATH, request, VaadinServletResponse.getCurrent().getHttpServletResponse());
        }
        return remembered.filter(token::equals).isPresent();
    }
}
