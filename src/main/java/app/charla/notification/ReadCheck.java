package app.charla.notification;

import app.charla.chat.ChatService;
import app.charla.chat.Membership;
import app.charla.core.AccountId;
import app.charla.core.NotFoundException;
import app.charla.core.UnavailableException;
import app.charla.notification.PushNotification.Place;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks whether what a notification tells of was read meanwhile. */
@Component
class ReadCheck {

    private final ChatService chats;

    ReadCheck(ChatService chats) {
        this.chats = chats;
    }

    /** Returns whether the account has read it, or may no longer read it. */
    boolean isRead(AccountId account, PushNotification notification) {
        Place place = notification.place();
        if (place == null) {
            return false;
        }
        try {
            Membership mine = chats.memberships(place.space(), place.chat(), List.of(account))
                    .get(account);
            return mine == null || mine.readSeq() >= place.seq();
        } catch (NotFoundException gone) {
            return true;
        } catch (UnavailableException unknown) {
            return false;
        }
    }
}
