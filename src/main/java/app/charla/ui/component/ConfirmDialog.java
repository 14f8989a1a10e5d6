package app.charla.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;

/** Asks before something that cannot be undone. */
public final class ConfirmDialog {

    private ConfirmDialog() {}

    /** Asks; what is to be done happens when the person says yes. All texts are in the person's language. */
    public static void ask(String title, String text, String yes, Command then) {
        var dialog = new Dialog();
        dialog.addClassName("question");
        dialog.setRole("alertdialog");
        dialog.setHeaderTitle(title);
        dialog.add(new Paragraph(text));
        var no = new NativeButton(UI.getCurrent().getTranslation("dialog.cancel"), click -> dialog.close());
        no.addClassName("button");
        var confirm = new NativeButton(yes, click -> {
            dialog.close();
            then.execute();
        });
        confirm.addClassNames("button", "danger");
        dialog.getFooter().add(no, confirm);
        dialog.open();
        no.focus();
    }
}
