package app.charla;

import app.charla.account.AccountService;
import app.charla.account.Preferences.Language;
import app.charla.account.Registration;
import app.charla.core.Actor;
import app.charla.space.SpaceService;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;

/** New people for a test, already in the home space. */
@TestComponent
public class People {

    public static final String PASSWORD = "mimosa-trombone-41";

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final AccountService accounts;
    private final SpaceService spaces;

    People(AccountService accounts, SpaceService spaces) {
        this.accounts = accounts;
        this.spaces = spaces;
    }

    /** A new person whose username begins with the given name. */
    public Actor person(String name) {
        String username = name + "-" + COUNT.incrementAndGet();
        var account = accounts.register(new Registration(username, null, PASSWORD, Language.EN), "test");
        return spaces.enterHome(account.id());
    }
}
