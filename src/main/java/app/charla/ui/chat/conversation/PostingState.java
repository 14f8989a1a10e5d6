package app.charla.ui.chat.conversation;

import app.charla.chat.Chat;
import app.charla.chat.ChatRights;
import app.charla.chat.ChatService;
import app.charla.chat.PublicChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import app.charla.message.SendPolicies;
import app.charla.ui.FailureText;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.component.Toast;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whether a person may post in a chat, and why not, for what stands in place of the composer. */
@Component
class PostingState {

    /**
     * What a person may do.
     *
     * @param joined whether they are a member
     * @param silencedBy the other member, if one of the two has blocked the other
     * @param refusal why they may not post, in their language; null if they may, or may after joining
     * @param mayUnarchive whether the chat is archived and they may undo that
     */
    record State(
            boolean joined,
            @Nullable AccountId silencedBy,
            @Nullable String refusal,
            boolean mayUnarchive) {}

    private final ChatService chats;
    private final ChatRights rights;
    private final SendPolicies policies;
    private final PublicChatService publicChats;

    PostingState(ChatService chats, ChatRights rights, SendPolicies policies, PublicChatService publicChats) {
        this.chats = chats;
        this.rights = rights;
        this.policies = policies;
        this.publicChats = publicChats;
    }

    State of(Actor actor, Chat chat, Locale locale) {
        boolean joined = chat.has(actor.account());
        if (chat.archived()) {
            String reason = FailureText.text(new ForbiddenException("chat.archived"), locale);
            return new State(joined, null, reason, rights.owns(actor, chat));
        }
        AccountId silencedBy = chats.isSilenced(actor, chat) ? chat.other(actor.account()) : null;
        String refusal = !joined
                ? null
                : policies.refusal(actor, chat)
                        .map(refused -> FailureText.text(refused, locale))
                        .orElse(null);
        return new State(joined, silencedBy, refusal, false);
    }

    void unarchive(OpenChat open, Locale locale) {
        try {
            publicChats.unarchive(open.actor(), open.chat());
        } catch (ConflictException | ForbiddenException | NotFoundException refused) {
            Toast.show(FailureText.text(refused, locale));
        }
    }
}
