package app.charla.chat;

import app.charla.account.Session.Reach;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.space.SpaceService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The reaches that a person may give a token: spaces that they are in, and chats that they see. */
@Service
public class TokenReaches {

    private final SpaceService spaces;
    private final ChatService chats;

    TokenReaches(SpaceService spaces, ChatService chats) {
        this.spaces = spaces;
        this.chats = chats;
    }

    /**
     * Returns a reach.
     *
     * @param slug the space; null for everything
     * @param chat a chat of the space; null for all of it
     * @throws app.charla.core.NotFoundException if the account is not in the space, or does not see the chat
     * @throws InvalidException if there is a chat without a space
     */
    public Reach reach(AccountId account, @Nullable String slug, @Nullable ChatId chat) {
        if (slug == null) {
            if (chat != null) {
                throw new InvalidException("space", "field.required");
            }
            return Reach.EVERYTHING;
        }
        Actor actor = spaces.enter(account, slug);
        return new Reach(
                actor.space(), chat == null ? null : chats.visible(actor, chat).id());
    }
}
