package app.charla.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;

/** Short message at the edge of the page that disappears by itself when its style-sheet animation ends. */
public final class Toast {

    private Toast() {}

    /** Shows a message in the current UI, above dialogs. */
    public static void show(String text) {
        var toast = new Div(text);
        toast.addClassName("toast");
        toast.getElement().setAttribute("role", "alert");
        toast.getElement().setAttribute("popover", "manual");
        toast.getElement()
                .addEventListener("animationend", gone -> toast.removeFromParent())
                .allowInert();
        UI.getCurrent().addToModalComponent(toast);
        toast.getElement().executeJs("this.showPopover()");
    }
}
