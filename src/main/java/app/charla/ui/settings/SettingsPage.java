package app.charla.ui.settings;

import app.charla.ui.Addresses;
import app.charla.ui.component.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;

/** Settings page: a title and sections. */
abstract class SettingsPage extends Div implements HasDynamicTitle {

    private final String title;

    /** @param name the last segment of the address; its title is {@code settings.<name>} in the bundles */
    SettingsPage(String name) {
        title = getTranslation("settings." + name);
        var back = new Anchor(Addresses.SETTINGS, new Icon("back"));
        back.getElement().setAttribute("router-link", "");
        back.addClassNames("icon-button", "back");
        back.setAriaLabel(getTranslation("settings.back"));
        var head = new Div(back, new H1(title));
        head.addClassName("page-head");
        addClassName("settings-column");
        add(head);
    }

    @Override
    public String getPageTitle() {
        return title + " · Charla";
    }
}
