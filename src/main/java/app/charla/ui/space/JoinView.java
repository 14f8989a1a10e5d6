package app.charla.ui.space;

import app.charla.core.NotFoundException;
import app.charla.space.Space;
import app.charla.space.SpaceMembers;
import app.charla.ui.Addresses;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The question whether to come into a space that takes anyone in. */
@Route(Addresses.JOIN)
@PermitAll
class JoinView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SpaceMembers members;
    private final SignedIn person = SignedIn.required();
    private final Div card = new Div();

    JoinView(SpaceMembers members) {
        this.members = members;
        addClassNames("full-page", "invite-page");
        card.addClassName("card");
        add(card);
    }

    /** @throws NotFoundException if there is no such space, or it is not open to the person */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("space").orElseThrow(NotFoundException::new);
        show(members.joinable(person.account(), slug));
    }

    private void show(Space space) {
        var mark = new SpaceMark(space);
        mark.addClassName("large");
        var join = new NativeButton(getTranslation("invite.join"), click -> join(space));
        join.addClassNames("button", "primary", "wide");
        card.removeAll();
        card.add(mark, new H1(space.name()), new Paragraph(getTranslation("join.open")));
        if (space.lookAlike()) {
            var warning = new Paragraph(getTranslation("invite.lookAlike"));
            warning.addClassName("form-warning");
            card.add(warning);
        }
        var later = new Anchor("/", getTranslation("invite.later"));
        later.setRouterIgnore(true);
        later.addClassName("button");
        card.add(join, later);
    }

    private void join(Space space) {
        members.join(person.account(), space.slug());
        UI.getCurrent().navigate(Addresses.space(space.slug()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("invite.join") + " · Charla";
    }
}
