package app.charla.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.Command;
import java.util.UUID;

/**
 * Popover menu opened by a button; {@code <charla-menu>} in the browser adds the keyboard. It must be attached to the
 * page itself.
 */
@Tag("charla-menu")
@JsModule("./page/menu.ts")
public class Menu extends HtmlContainer {

    /** @param button opens and closes the menu */
    public Menu(NativeButton button) {
        String id = "menu-" + UUID.randomUUID();
        setId(id);
        getElement().setAttribute("popover", "auto").setAttribute("role", "menu");
        button.getElement()
                .setAttribute("type", "button")
                .setAttribute("popovertarget", id)
                .setAttribute("aria-haspopup", "menu")
                .setAttribute("aria-expanded", "false");
    }

    /** Adds an item. Its visibility may change later. */
    public NativeButton add(String text, Command chosen) {
        var item = new NativeButton(text, click -> chosen.execute());
        item.getElement().setAttribute("role", "menuitem").setAttribute("type", "button");
        item.setTabIndex(-1);
        add(item);
        return item;
    }
}
