package app.charla.ui.shell;

import app.charla.ui.Addresses;
import app.charla.ui.CurrentPage;
import app.charla.ui.component.Icon;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;

/** The bottom bar of a phone: links to the sections of the app. */
class BottomBar extends Nav {

    private final Anchor chats = tab("", "chat", "nav.chats");
    private final Anchor spaces = tab(Addresses.SPACES, "spaces", "nav.spaces");
    private final Span requests = new Span();
    private final Anchor settings = tab(Addresses.SETTINGS, "person", "nav.you");

    BottomBar() {
        addClassName("bottom-bar");
        setAriaLabel(getTranslation("nav.sections"));
        requests.addClassName("count");
        requests.setVisible(false);
        settings.add(requests);
        add(chats, spaces, settings);
    }

    private Anchor tab(String address, String glyph, String text) {
        var link = new Anchor(address, new Icon(glyph), new Span(getTranslation(text)));
        link.getElement().setAttribute("router-link", "");
        return link;
    }

    /** Shows the number of open share requests; nothing for 0. */
    void showRequestCount(int waiting) {
        requests.setText(String.valueOf(waiting));
        requests.setVisible(waiting > 0);
        requests.getElement()
                .setAttribute("role", "img")
                .setAttribute("aria-label", getTranslation("nav.requests", waiting));
        settings.setHref(waiting > 0 ? Addresses.settings("sharing") : Addresses.SETTINGS);
    }

    /** Marks the section of the current page; the link to the chats leads to a space. */
    void show(CurrentPage currentPage, String slug) {
        chats.setHref(Addresses.space(slug));
        boolean isSpaces = currentPage.isUnder(Addresses.SPACES);
        boolean isSettings = currentPage.isUnder(Addresses.SETTINGS);
        setCurrent(spaces, isSpaces);
        setCurrent(settings, isSettings);
        setCurrent(chats, !isSpaces && !isSettings);
    }

    private static void setCurrent(Anchor tab, boolean current) {
        if (current) {
            tab.getElement().setAttribute("aria-current", "page");
        } else {
            tab.getElement().removeAttribute("aria-current");
        }
    }
}
