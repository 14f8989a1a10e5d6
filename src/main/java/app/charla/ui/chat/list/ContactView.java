package app.charla.ui.chat.list;

import app.charla.core.Actor;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.component.Icon;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;

/** View with a contact list of a space, which fills the screen of a phone. */
abstract class ContactView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SpaceService spaces;
    private final String title;

    /** @param title the key of the title */
    ContactView(SpaceService spaces, String title) {
        this.spaces = spaces;
        this.title = getTranslation(title);
        addClassName("contact-view");
    }

    /** Adds what is below the title. */
    protected abstract void show(Actor actor, String slug);

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SignedIn person = SignedIn.required();
        String slug = event.getRouteParameters()
                .get("space")
                .orElseGet(() -> spaces.home().slug());
        Actor actor = spaces.enter(person.account(), slug);
        var back = new Anchor(Addresses.space(slug), new Icon("back"));
        back.getElement().setAttribute("router-link", "");
        back.addClassNames("icon-button", "back");
        back.setAriaLabel(getTranslation("conversation.back"));
        var head = new Div(back, new H1(title));
        head.addClassName("page-head");
        removeAll();
        add(head);
        show(actor, slug);
    }

    @Override
    public String getPageTitle() {
        return title + " · Charla";
    }
}
