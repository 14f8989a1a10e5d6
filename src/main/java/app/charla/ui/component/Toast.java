package app.charla.ui.component;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;

/** A short word at the edge of the page that goes away by itself. The style sheet says when, by its animation. */
public final class Toast {

    private Toast() {}

    /** Shows it in the current UI, above dialogs too. */
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
