package app.charla.ui.component;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.Command;
import java.util.UUID;

/** A menu that a button opens; {@code <charla-menu>} in the browser. It has to stand somewhere in the page itself. */
@Tag("charla-menu")
@JsModule("./page/menu.ts")
public class Menu extends HtmlContainer {

    /** @param button what opens and closes it */
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

    /** Adds something to choose, which may be hidden for a while. */
    public NativeButton add(String text, Command chosen) {
        var item = new NativeButton(text, click -> chosen.execute());
        item.getElement().setAttribute("role", "menuitem").setAttribute("type", "button");
        item.setTabIndex(-1);
        add(item);
        return item;
    }
}
