package app.charla.ui.space;

import app.charla.core.NotFoundException;
import app.charla.ui.component.Field;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.data.value.ValueChangeMode;

/** Dialog that takes an invite link. */
class JoinDialog extends Dialog {

    private final transient JoinLinks joinLinks;
    private final Field link = new Field("link", getTranslation("join.link"));

    JoinDialog(JoinLinks joinLinks) {
        this.joinLinks = joinLinks;
        addClassName("new-chat");
        setHeaderTitle(getTranslation("join.title"));
        link.withType("url", "off").attribute("maxlength", "500").hint(getTranslation("join.link.hint"));
        link.input().setValueChangeMode(ValueChangeMode.LAZY);
        link.input().getElement().addEventListener("keydown", enter -> follow()).setFilter("event.key === 'Enter'");
        add(link);
        var cancel = new NativeButton(getTranslation("dialog.cancel"), click -> close());
        cancel.addClassName("button");
        var join = new NativeButton(getTranslation("join.continue"), click -> follow());
        join.addClassNames("button", "primary");
        getFooter().add(cancel, join);
        link.input().focus();
    }

    private void follow() {
        try {
            String address = joinLinks.follow(link.value());
            close();
            UI.getCurrent().navigate(address);
        } catch (NotFoundException nothingThere) {
            link.showError(getTranslation("join.unknown"));
            link.input().focus();
        }
    }
}
