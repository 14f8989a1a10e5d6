package app.charla.ui.settings;

import app.charla.account.SetupCode;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.Toast;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.VaadinRequest;

/** Setup code of a server without administrators: whoever gives it becomes the first. */
class SetupCodeSection extends SettingsSection {

    private final transient SetupCode setup;
    private final SignedIn person;
    private final Field code = new Field("setup-code", getTranslation("security.setup.code"));

    SetupCodeSection(SetupCode setup, SignedIn person) {
        super("security.setup");
        this.setup = setup;
        this.person = person;
        code.withType("text", "one-time-code").attribute("required", "").attribute("maxlength", "100");
        var submit = new NativeButton(getTranslation("security.setup.submit"));
        submit.getElement().setAttribute("type", "submit");
        submit.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("in-line");
        form.add(code, submit);
        form.onSubmit(values -> claim(values.of("setup-code")), "setup-code");
        add(new Paragraph(getTranslation("security.setup.text")), form);
        setVisible(setup.isOpen());
    }

    private void claim(String written) {
        try {
            setup.claim(
                    person.account(),
                    written.strip(),
                    VaadinRequest.getCurrent().getRemoteAddr());
            setVisible(false);
            Toast.show(getTranslation("security.setup.done"));
        } catch (InvalidException | TooManyRequestsException refused) {
            code.showError(FailureText.text(refused, getLocale()));
        }
    }
}
