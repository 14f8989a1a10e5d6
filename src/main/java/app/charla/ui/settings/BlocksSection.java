package app.charla.ui.settings;

import app.charla.account.BlockList;
import app.charla.account.Profile;
import app.charla.ui.component.Avatar;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveUpdates;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Blocked people, each with a button to unblock. */
class BlocksSection extends SettingsSection implements AccountListener {

    private final transient BlockList blockList;
    private final SignedIn person;
    private final Div body = new Div();

    BlocksSection(BlockList blockList, LiveUpdates updates, SignedIn person) {
        super("block.own");
        this.blockList = blockList;
        this.person = person;
        updates.registerWhileAttached(this);
        add(new Paragraph(getTranslation("block.own.text")), body);
        load();
    }

    @Override
    public void blocksChanged() {
        load();
    }

    private void load() {
        List<Profile> people = blockList.blockedProfiles(person.account());
        body.removeAll();
        if (people.isEmpty()) {
            var none = new Paragraph(getTranslation("block.own.none"));
            none.addClassName("hint");
            body.add(none);
            return;
        }
        var list = new UnorderedList();
        list.addClassNames("devices", "blocked");
        people.forEach(each -> list.add(row(each)));
        body.add(list);
    }

    private ListItem row(Profile other) {
        var username = new Span("@" + other.username());
        username.addClassName("hint");
        var text = new Div(new Span(other.name()), username);
        text.addClassName("text");
        var unblock = new NativeButton(getTranslation("block.undo"), click -> {
            blockList.unblock(person.account(), other.id());
            load();
        });
        unblock.addClassNames("button", "secondary");
        unblock.setAriaLabel(getTranslation("block.undo.label", other.name()));
        return new ListItem(Avatar.of(other), text, unblock);
    }
}
