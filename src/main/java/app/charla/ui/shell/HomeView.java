package app.charla.ui.shell;

import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** The root address: forwards to the home space. */
@Route(value = "", autoLayout = false)
@PermitAll
class HomeView extends Div implements BeforeEnterObserver {

    private final transient SpaceService spaces;

    HomeView(SpaceService spaces) {
        this.spaces = spaces;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        event.forwardTo(Addresses.space(spaces.home().slug()));
    }
}
