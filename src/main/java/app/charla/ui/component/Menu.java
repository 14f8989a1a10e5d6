package app.charla.ui.component;

import com.vaadin.flow.component.contextmenu.ContextMenu;
import com.vaadin.flow.component.html.NativeButton;

/** A menu that a button opens. */
public final class Menu {

    private Menu() {}

    /**
     * A menu without items yet.
     *
     * @param position beside the button, as {@code bottom-end}
     */
    public static ContextMenu of(NativeButton button, String position) {
        button.getElement().setAttribute("aria-haspopup", "menu");
        var menu = new ContextMenu(button);
        menu.setOpenOnClick(true);
        menu.getElement().setProperty("position", position);
        return menu;
    }
}
