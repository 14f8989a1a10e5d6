package app.charla.ui.space;

import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.space.Space;
import app.charla.space.SpaceSettingsService;
import app.charla.ui.FailureText;
import app.charla.ui.component.Checkbox;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeButton;

/** Name and colour of a space. */
class IdentityPanel extends Composite<Form> {

    private static final String NAME = "space-name";

    private final Actor actor;
    private final transient SpaceSettingsService settings;
    private final Field name = new Field(NAME, getTranslation("space.name"));
    private final ColourChoice colour;
    private final Checkbox tinted = new Checkbox(getTranslation("space.tinted"));

    IdentityPanel(Actor actor, Space space, SpaceSettingsService settings) {
        this.actor = actor;
        this.settings = settings;
        this.colour = new ColourChoice(space.color());
        tinted.check(space.tinted());
        name.withType("text", "off").attribute("maxlength", "60").attribute("required", "");
        name.hint(getTranslation("spaceSettings.address", "/s/" + space.slug()));
        name.input().setValue(space.name());
    }

    @Override
    protected Form initContent() {
        var save = new NativeButton(getTranslation("settings.save"));
        save.getElement().setAttribute("type", "submit");
        save.addClassNames("button", "secondary");
        var form = new Form();
        form.addClassName("fields");
        form.add(name, colour, tinted, save);
        form.onSubmit(this::save, NAME);
        return form;
    }

    private void save(Form.Values values) {
        try {
            settings.change(
                    actor,
                    new SpaceSettingsService.Change(values.of(NAME), colour.chosen(), tinted.isChecked(), null, null));
            name.showError("");
            Toast.show(getTranslation("settings.saved"));
        } catch (InvalidException invalid) {
            name.showError(FailureText.text(invalid, getLocale()));
            name.focusControl();
        }
    }
}
