package app.charla.ui.space;

import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.space.Space;
import app.charla.space.SpaceDeletion;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Deletion dialog of a space: the person types its name, so that nobody deletes it by mistake. */
class DeleteDialog extends Dialog {

    private final Actor actor;
    private final Space space;
    private final transient SpaceDeletion deletion;
    private final Field name = new Field("delete-name", getTranslation("deleteSpace.name"));

    DeleteDialog(Actor actor, Space space, SpaceDeletion deletion) {
        this.actor = actor;
        this.space = space;
        this.deletion = deletion;
        addClassName("new-chat");
        setRole("alertdialog");
        setHeaderTitle(getTranslation("deleteSpace.title", space.name()));
        name.withType("text", "off").attribute("spellcheck", "false");
        name.input().setValueChangeMode(ValueChangeMode.LAZY);
        name.input().getElement().addEventListener("keydown", enter -> delete()).setFilter("event.key === 'Enter'");
        add(new Paragraph(getTranslation("deleteSpace.text")), name);
        var cancel = new NativeButton(getTranslation("dialog.cancel"), click -> close());
        cancel.addClassName("button");
        var confirm = new NativeButton(getTranslation("deleteSpace.confirm"), click -> delete());
        confirm.addClassNames("button", "danger");
        getFooter().add(cancel, confirm);
        name.input().focus();
    }

    private void delete() {
        try {
            deletion.delete(actor.account(), space.slug(), name.value());
            close();
        } catch (InvalidException differs) {
            name.showError(FailureText.text(differs, getLocale()));
            name.input().focus();
        }
    }
}
