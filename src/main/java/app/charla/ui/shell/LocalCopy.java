package app.charla.ui.shell;

import app.charla.core.AccountId;
import app.charla.core.SpaceId;
import app.charla.ui.Labels;
import app.charla.ui.space.OwnSpace;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.i18n.LocaleChangeEvent;
import com.vaadin.flow.i18n.LocaleChangeObserver;
import java.io.Serializable;
import java.util.List;

/**
 * The local copy of what is around the conversations, which the browser keeps for pages without a server: the person, their
 * spaces, and the texts of those pages. Rows of the chat list, appearance and pictures are copied in the browser by itself.
 *
 * @see <a href="../../../../../../docs/decisions/055-navigation-without-a-server.md">decision 055</a>
 */
@Tag("charla-local-copy")
@JsModule("./offline/local-copy.ts")
class LocalCopy extends Component implements LocaleChangeObserver {

    /** The texts of pages without a server, beside those of the elements on them. */
    static final List<String> LABELS = List.of(
            "offline.",
            "nav.account",
            "nav.chats",
            "nav.sections",
            "nav.spaces",
            "nav.you",
            "conversation.back",
            "list.yesterday");

    private final AccountId account;
    private final String name;

    /** @param name the name of the person */
    LocalCopy(AccountId account, String name) {
        this.account = account;
        this.name = name;
    }

    /** Copies the spaces of the person. */
    void show(List<OwnSpace> own, SpaceId current) {
        List<Entry> spaces = own.stream()
                .filter(each -> each.space().isReady())
                .map(each -> new Entry(
                        each.space().id().toString(),
                        each.space().slug(),
                        each.space().name(),
                        each.tileColour()))
                .toList();
        getElement().callJsFunction("show", new Frame(account.toString(), name, current.toString(), spaces));
    }

    @Override
    public void localeChange(LocaleChangeEvent event) {
        Labels.send(this, LABELS, event.getLocale());
    }

    /**
     * The frame around the views of a person.
     *
     * @param space the id of the open space
     */
    record Frame(String account, String name, String space, List<Entry> spaces) implements Serializable {}

    /**
     * A space on the rail.
     *
     * @param colour the background of its tile
     */
    record Entry(String id, String slug, String name, String colour) implements Serializable {}
}
