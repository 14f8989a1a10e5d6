package app.charla.ui.settings;

import app.charla.ui.Addresses;
import app.charla.ui.component.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.HasDynamicTitle;

/** One page of a person's settings: a title and, under it, the sections that it adds. */
abstract class SettingsPage extends Div implements HasDynamicTitle {

    private final String title;

    /** @param name the last part of the page's address; its title stands in the bundles as {@code settings.<name>} */
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
