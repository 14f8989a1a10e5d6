package app.charla.profile;

import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.core.UnavailableException;
import app.charla.profile.ProfileLink.Visibility;
import app.charla.space.SpaceService;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Decides which visibility levels of a profile the viewer may see. */
@Component
class ProfileVisibility {

    private final SpaceService spaces;
    private final ChatService chats;

    ProfileVisibility(SpaceService spaces, ChatService chats) {
        this.spaces = spaces;
        this.chats = chats;
    }

    /**
     * Returns the levels that the actor may see.
     *
     * @throws NotFoundException if they share no space
     */
    Set<Visibility> of(AccountId actor, AccountId person) {
        if (actor.equals(person)) {
            return EnumSet.allOf(Visibility.class);
        }
        List<SpaceId> shared = spaces.sharedSpaces(actor, person);
        if (shared.isEmpty()) {
            throw new NotFoundException();
        }
        boolean chat = shared.stream().anyMatch(space -> shareNonPublicChat(new Actor(space, actor), person));
        return chat ? EnumSet.of(Visibility.SPACES, Visibility.CHATS) : EnumSet.of(Visibility.SPACES);
    }

    /** A space that does not answer counts as without a shared chat. */
    private boolean shareNonPublicChat(Actor actor, AccountId person) {
        try {
            return chats.shared(actor, person).stream().anyMatch(chat -> chat.kind() != Kind.PUBLIC);
        } catch (NotFoundException | UnavailableException unknown) {
            return false;
        }
    }
}
