package app.charla.ui.space;

import app.charla.core.NotFoundException;
import app.charla.space.Space;
import app.charla.space.SpaceMembers;
import app.charla.ui.Addresses;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;

/** Page that asks whether to join an open space. */
@Route(value = Addresses.JOIN, autoLayout = false)
@PermitAll
class JoinView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SpaceMembers members;
    private final SignedIn person = SignedIn.required();

    JoinView(SpaceMembers members) {
        this.members = members;
        addClassNames("full-page", "invite-page");
    }

    /** @throws NotFoundException if there is no such space, or it is not open to the person */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters().get("space").orElseThrow(NotFoundException::new);
        Space space = members.joinable(person.account(), slug);
        removeAll();
        add(new JoinCard(space, () -> join(space), List.of(new Paragraph(getTranslation("join.open")))));
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
