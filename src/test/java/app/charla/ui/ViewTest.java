package app.charla.ui;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.ui.security.SignedIn;
import com.vaadin.browserless.SpringBrowserlessTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;

/** The base of view tests: views on the real services, without a browser. */
@ServiceTest
@Tag("once")
@SuppressWarnings("NullAway.Init")
public abstract class ViewTest extends SpringBrowserlessTest {

    @Autowired
    protected People people;

    @Autowired
    private SessionService sessions;

    /** Registers a person and signs them in to this browser. */
    protected Actor signedIn(String name) {
        Actor person = people.person(name);
        signIn(person.account());
        return person;
    }

    /** Signs a person in to this browser. */
    protected void signIn(AccountId person) {
        var session = sessions.open(person, Session.Kind.BROWSER, "test", "").session();
        SecurityContextHolder.getContext()
                .setAuthentication(new PreAuthenticatedAuthenticationToken(
                        new SignedIn(person, session.id()), "", AuthorityUtils.createAuthorityList("ROLE_PERSON")));
    }

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }
}
