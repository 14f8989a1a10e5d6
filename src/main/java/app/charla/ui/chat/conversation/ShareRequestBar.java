package app.charla.ui.chat.conversation;

import app.charla.account.ProfileDirectory;
import app.charla.share.Share;
import app.charla.share.ShareService;
import app.charla.ui.ShareConsentPrompt;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.live.AccountListener;
import app.charla.ui.live.LiveUpdates;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** The bar that asks the person, in the conversation concerned, to consent to a share link with their messages. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ShareRequestBar extends Div implements AccountListener {

    private final transient ShareService shareService;
    private final transient ProfileDirectory profiles;
    private @Nullable OpenChat open;

    ShareRequestBar(ShareService shareService, ProfileDirectory profiles, LiveUpdates updates) {
        this.shareService = shareService;
        this.profiles = profiles;
        updates.registerWhileAttached(this);
        addClassName("share-request");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Shows the first open request of a chat. */
    void show(OpenChat chat) {
        open = chat;
        shareRequestsChanged();
    }

    @Override
    public void shareRequestsChanged() {
        removeAll();
        OpenChat chat = open;
        if (chat != null) {
            shareService.requests(chat.actor().account()).stream()
                    .filter(share -> isIn(chat, share))
                    .findFirst()
                    .ifPresent(share -> add(new ShareConsentPrompt(
                            shareService, profiles, chat.actor().account(), share, this::shareRequestsChanged)));
        }
        setVisible(getElement().getChildCount() > 0);
    }

    private static boolean isIn(OpenChat chat, Share share) {
        return share.chat().equals(chat.chat())
                && share.space().equals(chat.actor().space());
    }
}
