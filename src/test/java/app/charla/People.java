package app.charla;

import app.charla.account.AccountService;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.account.RegistrationTicket;
import app.charla.account.SetupCode;
import app.charla.core.Actor;
import app.charla.space.SpaceService;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** New people for a test, already in the home space. The first one has the setup code: owns it, and is an administrator. */
@TestComponent
public class People {

    public static final String PASSWORD = "mimosa-trombone-41";

    /** The setup code of the servers of tests. */
    public static final String SETUP_CODE = "setup-code-of-tests";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final AccountService accounts;
    private final SetupCode setup;
    private final SpaceService spaces;

    People(AccountService accounts, SetupCode setup, SpaceService spaces) {
        this.accounts = accounts;
        this.setup = setup;
        this.spaces = spaces;
    }

    /** A new person whose username begins with the given name. */
    public Actor person(String name) {
        String username = name + "-" + COUNT.incrementAndGet();
        var account = accounts.register(new Registration(username, null, PASSWORD, Language.EN), ticket(setup), "test");
        return spaces.enterHome(account.id());
    }

    /** What somebody shows to register: the setup code until somebody has used it. */
    public static RegistrationTicket ticket(SetupCode setup) {
        return setup.isCurrent(SETUP_CODE) ? new RegistrationTicket(null, SETUP_CODE) : RegistrationTicket.NONE;
    }
}
