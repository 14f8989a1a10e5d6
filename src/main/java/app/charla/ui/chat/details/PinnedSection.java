package app.charla.ui.chat.details;

import app.charla.core.UnavailableException;
import app.charla.message.PinService;
import app.charla.message.PinnedMessages;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.chat.SearchResultList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.UnorderedList;

/** The section with the latest pinned messages of a chat and a button that lists all of them. */
class PinnedSection extends Div {

    private static final int MAX_SHOWN = 3;

    private final OpenChat open;
    private final transient PinService pins;
    private final transient SearchResultList rows;

    PinnedSection(OpenChat open, PinService pins, SearchResultList rows) {
        this.open = open;
        this.pins = pins;
        this.rows = rows;
        addClassName("pinned-section");
        refresh();
    }

    /** Shows the messages that are pinned now. */
    final void refresh() {
        removeAll();
        PinnedMessages pinned = pinned();
        setVisible(!pinned.latest().isEmpty());
        var list = new UnorderedList();
        list.addClassName("hits");
        rows.messageItems(open.actor(), open.slug(), pinned.latest(), getLocale())
                .forEach(list::add);
        add(new H3(getTranslation("pins.section")), list);
        int count = pinned.all().size();
        if (count > pinned.latest().size()) {
            var all = new NativeButton(getTranslation("pins.showAll", count), click -> listAll());
            all.addClassNames("button", "secondary");
            add(all);
        }
    }

    private PinnedMessages pinned() {
        try {
            return pins.latest(open.actor(), open.chat(), MAX_SHOWN);
        } catch (UnavailableException unavailable) {
            return PinnedMessages.NONE; // the conversation itself shows the failure
        }
    }

    private void listAll() {
        new PinsDialog(open, pins.pins(open.actor(), open.chat()), rows).open();
    }
}
