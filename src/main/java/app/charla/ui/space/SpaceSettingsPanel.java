package app.charla.ui.space;

import app.charla.chat.DefaultChats;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.space.SpaceSettingsService;
import app.charla.ui.FailureText;
import app.charla.ui.component.Form;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeButton;
import java.util.stream.Stream;

/** Settings of a space, for those who may change them. */
class SpaceSettingsPanel extends Composite<Form> {

    private static final String CHATS = "chats";

    private final Actor actor;
    private final transient SpaceSettingsService settings;
    private final transient DefaultChats defaultChats;
    private final SpaceSettingsFields rules;
    private final TagField chats;

    SpaceSettingsPanel(Actor actor, SpaceSettingsService settings, DefaultChats defaultChats) {
        this.actor = actor;
        this.settings = settings;
        this.defaultChats = defaultChats;
        this.rules = new SpaceSettingsFields(settings.settings(actor));
        this.chats = new TagField(
                CHATS, getTranslation("space.chats"), getTranslation("space.chats.hint"), defaultChats.names(actor));
    }

    @Override
    protected Form initContent() {
        var save = new NativeButton(getTranslation("settings.save"));
        save.getElement().setAttribute("type", "submit");
        save.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("fields");
        form.add(rules, chats, save);
        form.onSubmit(
                this::save,
                Stream.concat(SpaceSettingsFields.NAMES.stream(), Stream.of(CHATS))
                        .toArray(String[]::new));
        return form;
    }

    private void save(Form.Values values) {
        showError("", "");
        try {
            settings.change(
                    actor,
                    new SpaceSettingsService.Change(
                            null,
                            null,
                            null,
                            rules.read(values),
                            defaultChats.changing(actor, chats.values(values.of(CHATS)))));
            Toast.show(getTranslation("settings.saved"));
        } catch (InvalidException invalid) {
            showError(invalid.field(), FailureText.text(invalid, getLocale()));
        }
    }

    private void showError(String field, String text) {
        chats.showError(rules.showError(field, text) ? "" : text);
    }
}
