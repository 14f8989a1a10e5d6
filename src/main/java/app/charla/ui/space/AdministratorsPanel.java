package app.charla.ui.space;

import app.charla.account.Administrators;
import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.account.Reauthentication;
import app.charla.core.ConflictException;
import app.charla.core.NotFoundException;
import app.charla.ui.FailureText;
import app.charla.ui.component.ConfirmDialog;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.Toast;
import app.charla.ui.security.SignedIn;
import app.charla.ui.signin.ReauthenticationDialog;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.VaadinRequest;
import java.util.List;

/** Instance administrators: the list, adding one by username, and taking the role away. */
class AdministratorsPanel extends Div {

    private static final String USERNAME = "administrator-username";

    private final SignedIn person;
    private final transient Administrators administrators;
    private final transient Reauthentication reauthentication;
    private final transient ProfileDirectory profiles;
    private final UnorderedList list = new UnorderedList();
    private final Field username = new Field(USERNAME, getTranslation("administration.username"));

    AdministratorsPanel(
            SignedIn person,
            Administrators administrators,
            Reauthentication reauthentication,
            ProfileDirectory profiles) {
        this.person = person;
        this.administrators = administrators;
        this.reauthentication = reauthentication;
        this.profiles = profiles;
        addClassName("invites");
        list.addClassName("devices");
        add(new Paragraph(getTranslation("administration.administrators.text")), list, form());
        load();
    }

    private Form form() {
        username.withType("text", "off").attribute("required", "").attribute("maxlength", "33");
        var add = new NativeButton(getTranslation("administration.add"));
        add.getElement().setAttribute("type", "submit");
        add.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("in-line");
        form.add(username, add);
        form.onSubmit(values -> find(values.of(USERNAME)), USERNAME);
        return form;
    }

    private void load() {
        List<Profile> all = administrators.administrators(person.account());
        list.removeAll();
        all.forEach(each -> list.add(row(each, all.size() > 1)));
    }

    private ListItem row(Profile administrator, boolean removable) {
        var name = new Span(administrator.name());
        name.addClassName("name");
        var hint = new Span("@" + administrator.username());
        hint.addClassName("hint");
        var text = new Div(name, hint);
        text.addClassName("text");
        var row = new ListItem(text);
        if (removable) {
            var remove = new NativeButton(getTranslation("administration.remove"), click -> ask(administrator));
            remove.addClassNames("button", "secondary");
            remove.getElement()
                    .setAttribute("aria-label", getTranslation("administration.remove.of", administrator.name()));
            row.add(remove);
        }
        return row;
    }

    private void find(String written) {
        username.showError("");
        List<Profile> found = profiles.findByUsernames(List.of(written.strip().replaceFirst("^@", "")));
        if (found.isEmpty()) {
            showUnknown();
            return;
        }
        ReauthenticationDialog.require(reauthentication, person, () -> appoint(found.getFirst()));
    }

    private void appoint(Profile chosen) {
        try {
            administrators.appoint(person.account(), person.session(), chosen.id(), address());
            username.input().setValue("");
            load();
        } catch (NotFoundException dormant) {
            showUnknown();
        }
    }

    private void showUnknown() {
        username.showError(getTranslation("error.administrator.unknown"));
    }

    private void ask(Profile administrator) {
        ConfirmDialog.ask(
                getTranslation("administration.remove.title", administrator.name()),
                getTranslation("administration.remove.text"),
                getTranslation("administration.remove"),
                () -> ReauthenticationDialog.require(reauthentication, person, () -> dismiss(administrator)));
    }

    private void dismiss(Profile administrator) {
        try {
            administrators.dismiss(person.account(), person.session(), administrator.id(), address());
        } catch (ConflictException last) {
            Toast.show(FailureText.text(last, getLocale()));
        }
        if (administrators.isAdministrator(person.account())) {
            load();
        } else {
            UI.getCurrent().refreshCurrentRoute(false);
        }
    }

    private static String address() {
        return VaadinRequest.getCurrent().getRemoteAddr();
    }
}
