package app.charla.ui.settings;

import app.charla.account.Session;
import app.charla.account.SessionService;
import app.charla.ui.component.TimeText;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** List of sessions, each with a button that ends it, except the current one. */
class SessionList extends UnorderedList {

    private final transient SessionService sessions;
    private final SignedIn person;

    SessionList(SessionService sessions, SignedIn person) {
        this.sessions = sessions;
        this.person = person;
        addClassName("devices");
        load();
    }

    void load() {
        removeAll();
        sessions.sessions(person.account()).forEach(session -> add(row(session)));
    }

    private ListItem row(Session session) {
        boolean here = session.id().equals(person.session());
        var name = new Span(name(session));
        name.addClassName("name");
        var when = here ? new Span(getTranslation("settings.devices.here")) : new TimeText(session.lastUsedAt());
        when.addClassName("hint");
        var text = new Div(name, when);
        if (!session.address().isBlank()) {
            var place = new Span(getTranslation("security.address", session.address()));
            place.addClassName("hint");
            text.add(place);
        }
        text.addClassName("text");
        var row = new ListItem(text);
        if (!here) {
            var end = new NativeButton(getTranslation("settings.devices.end"), click -> end(session));
            end.addClassNames("button", "secondary");
            end.setAriaLabel(getTranslation("settings.devices.end.label", name(session)));
            row.add(end);
        }
        return row;
    }

    private String name(Session session) {
        if (session.kind() == Session.Kind.TOKEN) {
            return session.label().isBlank() ? getTranslation("settings.devices.program") : session.label();
        }
        return session.label().isBlank() ? getTranslation("settings.devices.browser") : session.label();
    }

    private void end(Session session) {
        sessions.end(person.account(), session.id());
        load();
    }
}
