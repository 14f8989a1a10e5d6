package app.charla.chat;

import app.charla.chat.Chat.Role;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.storage.SpaceStore;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;

/** Chats of more people than a test registers. */
@TestComponent
public class LargeChats {

    private final SpaceStore store;
    private final ChatCache chats;
    private final MembershipRepository members;

    LargeChats(SpaceStore store, ChatCache chats, MembershipRepository members) {
        this.store = store;
        this.chats = chats;
        this.members = members;
    }

    /** Adds members without an account, so that the chat has more than get read receipts. */
    public void enlarge(Actor member, ChatId chat) {
        enlarge(member, chat, ReadMarkers.MAX_RECEIPT_MEMBERS);
    }

    /** Adds a number of members without an account. */
    public void enlarge(Actor member, ChatId chat, int count) {
        store.<Boolean>write(member.space(), transaction -> {
            for (int i = 0; i < count; i++) {
                var nobody = new AccountId(UUID.randomUUID());
                members.save(new MembershipEntity(chat, nobody, Role.MEMBER, 0, transaction.now()));
            }
            chats.publishChanged(transaction, chats.load(chats.entity(chat)), Set.of(member.account()));
            return true;
        });
    }
}
