package app.charla.ui.chat.conversation;

import app.charla.account.BlockList;
import app.charla.account.ProfileDirectory;
import app.charla.core.AccountId;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveUpdates;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The bar in place of the composer if one of the two members has blocked the other. Only the blocker sees who did so. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class BlockedBar extends Div implements AccountListener {

    private final transient BlockList blockList;
    private final transient ProfileDirectory profiles;

    private Command changed = () -> {};

    BlockedBar(BlockList blockList, ProfileDirectory profiles, LiveUpdates updates) {
        this.blockList = blockList;
        this.profiles = profiles;
        updates.registerWhileAttached(this);
        addClassName("join-bar");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Handles a change of the blocks that concern the person. */
    void onChange(Command handler) {
        changed = handler;
    }

    @Override
    public void blocksChanged() {
        changed.execute();
    }

    /** Shows why the other member cannot be written to. */
    void show(AccountId me, AccountId other) {
        removeAll();
        setVisible(true);
        if (!blockList.hasBlocked(me, other)) {
            add(new Span(getTranslation("error.person.apart")));
            return;
        }
        var unblock = new NativeButton(getTranslation("block.undo"), click -> blockList.unblock(me, other));
        unblock.addClassNames("button", "secondary");
        add(new Span(getTranslation("block.made", profiles.getById(other).name())), unblock);
    }
}
