package app.charla.ui.settings;

import app.charla.account.Account;
import app.charla.account.AccountService;
import app.charla.core.InvalidException;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.Toast;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.NativeButton;

/** Display name. */
class NameSection extends SettingsSection {

    private final transient AccountService accounts;
    private final SignedIn person;
    private final Field name = new Field("name", getTranslation("settings.name"));

    NameSection(AccountService accounts, SignedIn person) {
        super("settings.name");
        this.accounts = accounts;
        this.person = person;
        Account account = accounts.account(person.account());
        name.withType("text", "name")
                .attribute("maxlength", "64")
                .hint(getTranslation("settings.name.hint", account.username()));
        name.input().setValue(account.name());
        var save = new NativeButton(getTranslation("settings.save"));
        save.getElement().setAttribute("type", "submit");
        save.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("in-line");
        form.add(name, save);
        form.onSubmit(values -> rename(values.of("name")), "name");
        add(form);
    }

    private void rename(String wanted) {
        try {
            accounts.rename(person.account(), wanted);
            name.showError("");
            Toast.show(getTranslation("settings.saved"));
        } catch (InvalidException invalid) {
            name.showError(FailureText.text(invalid, getLocale()));
        }
    }
}
