package app.charla.ui.chat.people;

import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;

/** The view of a person, at an address that can be linked to. */
@Route(Addresses.PERSON)
@PermitAll
class PersonView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient SpaceService spaces;
    private final transient PersonCards cards;

    PersonView(SpaceService spaces, PersonCards cards) {
        this.spaces = spaces;
        this.cards = cards;
        addClassName("settings");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String slug = event.getRouteParameters()
                .get("space")
                .orElseGet(() -> spaces.home().slug());
        Actor actor = spaces.enter(SignedIn.required().account(), slug);
        removeAll();
        var head = new Div(new H1(getTranslation("settings.profile")));
        head.addClassName("page-head");
        var column = new Div(
                head,
                new Section(cards.card(
                        actor,
                        slug,
                        person(event.getRouteParameters().get("person").orElseThrow()))));
        column.addClassName("settings-column");
        add(column);
    }

    private static AccountId person(String written) {
        try {
            return new AccountId(UUID.fromString(written));
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("settings.profile") + " · Charla";
    }
}
