package app.charla.ui.settings;

import app.charla.account.Reauthentication;
import app.charla.account.SecondFactor;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.ui.FailureText;
import app.charla.ui.component.CopyText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.QrImage;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.ReauthenticationDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;

/** Second factor: adding and removing an authenticator app, and recovery codes. */
public class SecondFactorSection extends SettingsSection {

    private static final String RECOVERY_FILE = "charla-recovery-codes.txt";

    private final transient SecondFactor factor;
    private final transient Reauthentication reauthentication;
    private final SignedIn person;
    private final Div content = new Div();

    SecondFactorSection(SecondFactor factor, Reauthentication reauthentication, SignedIn person) {
        super("totp.title");
        this.factor = factor;
        this.reauthentication = reauthentication;
        this.person = person;
        content.addClassName("fields");
        add(content);
        load();
    }

    private void load() {
        SecondFactor.State state = factor.state(person.account());
        content.removeAll();
        if (state.on()) {
            content.add(
                    new Paragraph(getTranslation("totp.on", state.recoveryCodes())),
                    buttons(
                            button(
                                    "totp.codes.new",
                                    () -> showCodes(
                                            factor.newRecoveryCodes(person.account(), person.session(), address()))),
                            button("totp.remove", this::remove)));
        } else {
            content.add(new Paragraph(getTranslation("totp.off")), buttons(button("totp.add", this::begin)));
        }
    }

    private void begin() {
        SecondFactor.Enrolment enrolment = factor.enrol(person.account(), person.session());
        var code = new Field("code", getTranslation("totp.code"));
        code.withType("text", "one-time-code").attribute("required", "").attribute("inputmode", "numeric");
        var confirm = new NativeButton(getTranslation("totp.confirm"));
        confirm.getElement().setAttribute("type", "submit");
        confirm.addClassNames("button", "primary");
        var form = new Form();
        form.addClassName("fields");
        form.add(code, confirm);
        form.onSubmit(values -> confirm(code, values.of("code")), "code");
        var secret = new Code(enrolment.secret().replaceAll("(.{4})(?!$)", "$1 "));
        secret.addClassName("secret");
        content.removeAll();
        content.add(
                new Paragraph(getTranslation("totp.scan")),
                new QrImage(enrolment.uri(), getTranslation("totp.picture")),
                appLink(enrolment.uri()),
                new Paragraph(getTranslation("totp.type")),
                secret,
                new CopyText(enrolment.secret()),
                form);
        code.input().focus();
    }

    /** A phone cannot scan its own screen: this opens the authenticator app with the key. */
    private Anchor appLink(String uri) {
        var link = new Anchor();
        link.setUnsafeHref(uri); // unsafe is any scheme that is not of the web; this one has a key of our own
        link.setText(getTranslation("totp.open"));
        link.setRouterIgnore(true);
        link.addClassNames("button", "secondary");
        return link;
    }

    private void confirm(Field code, String written) {
        try {
            showCodes(factor.confirm(person.account(), person.session(), written, address()));
        } catch (InvalidException | TooManyRequestsException refused) {
            code.showError(FailureText.text(refused, getLocale()));
        }
    }

    private void showCodes(List<String> codes) {
        var list = new UnorderedList();
        list.addClassName("recovery-codes");
        codes.forEach(code -> list.add(new ListItem(new Code(code))));
        var done = new NativeButton(getTranslation("totp.codes.done"), click -> load());
        done.addClassNames("button", "primary");
        var text = new Paragraph(getTranslation("totp.codes.text"));
        text.getElement().setAttribute("role", "status");
        content.removeAll();
        var copies = new CopyText(String.join("\n", codes)).savedAs(RECOVERY_FILE);
        content.add(text, list, copies, buttons(done));
    }

    private void remove() {
        factor.remove(person.account(), person.session(), address());
        load();
    }

    private NativeButton button(String key, Command action) {
        var button = new NativeButton(
                getTranslation(key), click -> ReauthenticationDialog.require(reauthentication, person, action));
        button.addClassNames("button", "secondary");
        return button;
    }

    private static Div buttons(NativeButton... buttons) {
        var row = new Div(buttons);
        row.addClassName("buttons");
        return row;
    }

    private static String address() {
        return VaadinRequest.getCurrent().getRemoteAddr();
    }
}
