package app.charla.ui.space;

import app.charla.ui.Addresses;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.PermitAll;
import org.jspecify.annotations.Nullable;

/** List of all spaces with their names, for narrow screens. */
@Route(Addresses.SPACES)
@PermitAll
class SpacesView extends Div implements HasDynamicTitle, AccountListener {

    private final transient OwnSpaces own;
    private final transient LiveUpdates updates;
    private final SignedIn person = SignedIn.required();
    private final UnorderedList rows = new UnorderedList();
    private @Nullable Registration registration;

    SpacesView(OwnSpaces own, LiveUpdates updates, MoreSpacesMenu more) {
        this.own = own;
        this.updates = updates;
        addClassName("settings");
        rows.addClassName("space-rows");
        var head = new Div(new H1(getTranslation("nav.spaces")), more);
        head.addClassName("page-head");
        var column = new Div(head, rows);
        column.addClassName("settings-column");
        add(column);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        registration = updates.register(this);
        spacesChanged();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (registration != null) {
            registration.remove();
        }
    }

    @Override
    public void spacesChanged() {
        rows.removeAll();
        own.of(person.account()).forEach(each -> rows.add(new ListItem(row(each))));
    }

    private Component row(OwnSpace each) {
        var name = new Span(each.space().name());
        name.addClassName("name");
        var text = new Div(name);
        text.addClassName("text");
        if (!each.statusKey().isEmpty()) {
            var remark = new Span(getTranslation(each.statusKey()));
            remark.addClassName("hint");
            text.add(remark);
        }
        var link = new Anchor(each.address(), new SpaceMark(each.space()), text);
        link.getElement().setAttribute("router-link", "");
        link.addClassName("person");
        if (each.unread() > 0) {
            link.add(count(each.unread()));
        }
        return link;
    }

    private Component count(int unread) {
        var figure = new Span(UnreadLabel.abbreviated(unread));
        figure.getElement().setAttribute("aria-hidden", "true");
        figure.addClassName("count");
        var said = new Span(UnreadLabel.unread(this, unread));
        said.addClassName("unseen");
        return new Span(figure, said);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.spaces") + " · Charla";
    }
}
