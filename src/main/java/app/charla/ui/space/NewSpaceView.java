package app.charla.ui.space;

import app.charla.account.Preferences.Language;
import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.space.Space;
import app.charla.space.SpaceCreation;
import app.charla.space.SpaceRequest;
import app.charla.space.SpaceSettings;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Form for a new space. A page creates one space, however often the button is pressed. */
@Route(Addresses.NEW_SPACE)
@PermitAll
class NewSpaceView extends Div implements HasDynamicTitle {

    private static final String NAME = "space-name";
    private static final String CHATS = "chats";

    private final transient SpaceCreation creation;
    private final SignedIn person = SignedIn.required();
    private final String requestKey = UUID.randomUUID().toString();
    private final Field name = new Field(NAME, getTranslation("space.name"));
    private final ColourChoice colour = new ColourChoice(ColourChoice.first());
    private final SpaceSettingsFields rules;
    private final TagField chats;
    private final Paragraph message = new Paragraph();

    NewSpaceView(SpaceCreation creation) {
        this.creation = creation;
        this.rules = new SpaceSettingsFields(
                SpaceSettings.defaults(Language.ofTag(getLocale().toLanguageTag())));
        this.chats = new TagField(
                CHATS,
                getTranslation("space.chats"),
                getTranslation("space.chats.hint"),
                List.of(getTranslation("space.chats.first")));
        name.withType("text", "off").attribute("maxlength", "60").attribute("required", "");
        name.hint(getTranslation("space.name.hint"));
        message.addClassName("form-message");
        message.getElement().setAttribute("role", "alert");
        message.setVisible(false);
        var section = new Section(form());
        var column = new Div(new H1(getTranslation("newSpace.title")), section);
        column.addClassName("settings-column");
        addClassName("settings");
        add(column);
        name.focusControl();
    }

    private Form form() {
        var create = new NativeButton(getTranslation("newSpace.create"));
        create.getElement().setAttribute("type", "submit");
        create.addClassNames("button", "primary");
        var cancel = new Anchor(Addresses.SPACES, getTranslation("dialog.cancel"));
        cancel.getElement().setAttribute("router-link", "");
        cancel.addClassName("button");
        var buttons = new Div(create, cancel);
        buttons.addClassName("buttons");
        var form = new Form();
        form.addClassName("fields");
        form.add(message, name, colour, rules, chats, buttons);
        String[] names = Stream.concat(SpaceSettingsFields.NAMES.stream(), Stream.of(NAME, CHATS))
                .toArray(String[]::new);
        form.onSubmit(this::create, names);
        return form;
    }

    private void create(Form.Values values) {
        showError("", "");
        try {
            var wanted = new SpaceRequest(
                    values.of(NAME), colour.chosen(), rules.read(values), chats.values(values.of(CHATS)));
            Space space = creation.request(person.account(), wanted, requestKey).space();
            getUI().ifPresent(ui -> ui.navigate(Addresses.progress(space.slug())));
        } catch (InvalidException invalid) {
            showError(invalid.field(), FailureText.text(invalid, getLocale()));
        } catch (TooManyRequestsException tooMany) {
            showError("", FailureText.text(tooMany, getLocale()));
        }
    }

    private void showError(String field, String text) {
        name.showError(field.equals("name") ? text : "");
        chats.showError(field.equals("chats") ? text : "");
        boolean placed = rules.showError(field, text) || field.equals("name") || field.equals("chats");
        message.setText(placed ? "" : text);
        message.setVisible(!placed && !text.isEmpty());
        if (field.equals("name")) {
            name.focusControl();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("newSpace.title") + " · Charla";
    }
}
