package app.charla.ui.settings;

import app.charla.account.Passkey;
import app.charla.account.Passkeys;
import app.charla.account.Reauthentication;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.TimeText;
import app.charla.ui.component.Toast;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.PasskeyButton;
import app.charla.ui.signin.ReauthenticationDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinRequest;

/** Passkeys of the account: adding, renaming, removing. */
public class PasskeysSection extends SettingsSection {

    private final transient Passkeys passkeys;
    private final transient Reauthentication reauthentication;
    private final SignedIn person;
    private final UnorderedList rows = new UnorderedList();
    private final PasskeyButton add = new PasskeyButton(getTranslation("passkey.add"));

    PasskeysSection(Passkeys passkeys, Reauthentication reauthentication, SignedIn person) {
        super("passkey.title");
        this.passkeys = passkeys;
        this.reauthentication = reauthentication;
        this.person = person;
        rows.addClassName("devices");
        add.addClassName("secondary");
        add.addClickListener(click -> ReauthenticationDialog.require(reauthentication, person, this::begin));
        var buttons = new Div(add);
        buttons.addClassName("buttons");
        add(new Paragraph(getTranslation("passkey.text")), rows);
        if (passkeys.isAvailableAt(PasskeyButton.origin())) {
            add(buttons);
        } else {
            add(new Paragraph(getTranslation("passkey.elsewhere")));
        }
        load();
    }

    private void load() {
        rows.removeAll();
        passkeys.passkeys(person.account()).forEach(passkey -> rows.add(row(passkey)));
    }

    private void begin() {
        var question = passkeys.beginRegistration(person.account(), person.session(), PasskeyButton.origin());
        add.ask(
                PasskeyButton.Ceremony.MAKE,
                question.json(),
                answer -> finish(question, answer),
                () -> Toast.show(getTranslation("passkey.failed")));
    }

    private void finish(Passkeys.RegistrationRequest question, String answer) {
        try {
            String name = getTranslation(
                    "passkey.name.first", passkeys.passkeys(person.account()).size() + 1);
            passkeys.register(
                    person.account(),
                    person.session(),
                    question,
                    answer,
                    name,
                    VaadinRequest.getCurrent().getRemoteAddr());
            load();
        } catch (InvalidException refused) {
            Toast.show(FailureText.text(refused, getLocale()));
        }
    }

    private ListItem row(Passkey passkey) {
        var name = new Span(passkey.name());
        name.addClassName("name");
        var used = new Span(new Span(getTranslation("tokens.used") + " "), new TimeText(passkey.lastUsedAt()));
        used.addClassName("hint");
        var text = new Div(name, used);
        text.addClassName("text");
        var rename = new NativeButton(getTranslation("passkey.rename"), click -> askName(passkey));
        rename.addClassNames("button", "secondary");
        rename.setAriaLabel(getTranslation("passkey.rename.label", passkey.name()));
        var remove = new NativeButton(
                getTranslation("passkey.remove"),
                click -> ReauthenticationDialog.require(reauthentication, person, () -> remove(passkey)));
        remove.addClassNames("button", "secondary");
        remove.setAriaLabel(getTranslation("passkey.remove.label", passkey.name()));
        return new ListItem(text, rename, remove);
    }

    private void askName(Passkey passkey) {
        var dialog = new Dialog();
        dialog.addClassName("new-chat");
        dialog.setHeaderTitle(getTranslation("passkey.rename"));
        var name = new Field("passkey-name", getTranslation("tokens.name"));
        name.withType("text", "off").attribute("maxlength", "64").attribute("required", "");
        name.input().setValue(passkey.name());
        var save = new NativeButton(getTranslation("settings.save"));
        save.getElement().setAttribute("type", "submit");
        save.addClassNames("button", "primary");
        var form = new Form();
        form.addClassName("proof");
        form.add(name, save);
        form.onSubmit(
                values -> {
                    try {
                        passkeys.rename(person.account(), passkey.id(), values.of("passkey-name"));
                        dialog.close();
                        load();
                    } catch (InvalidException invalid) {
                        name.showError(FailureText.text(invalid, getLocale()));
                    }
                },
                "passkey-name");
        dialog.add(form);
        dialog.open();
        name.input().focus();
    }

    private void remove(Passkey passkey) {
        try {
            passkeys.remove(
                    person.account(),
                    person.session(),
                    passkey.id(),
                    VaadinRequest.getCurrent().getRemoteAddr());
            load();
        } catch (ConflictException last) {
            Toast.show(FailureText.text(last, getLocale()));
        }
    }
}
