package app.charla.message;

import app.charla.chat.Chat;
import app.charla.chat.Chat.Posting;
import app.charla.chat.ChatRights;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The posting rule of chats: where the setting says so, only those who manage the chat may post. */
@Component
class PostingPolicy implements SendPolicy {

    private final ChatRights rights;

    PostingPolicy(ChatRights rights) {
        this.rights = rights;
    }

    @Override
    public Optional<RuntimeException> refusal(Actor actor, Chat chat) {
        return chat.posting() == Posting.EVERYBODY || rights.mayManage(actor, chat)
                ? Optional.empty()
                : Optional.of(new ForbiddenException("chat.posting"));
    }
}
