package app.charla.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.Command;

/** Confirmation dialog in front of what cannot be undone. */
public final class ConfirmDialog {

    private ConfirmDialog() {}

    /** Opens the dialog and runs {@code then} once the person confirms. All texts are in their language. */
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
