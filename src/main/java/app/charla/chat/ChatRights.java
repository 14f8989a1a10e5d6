package app.charla.chat;

import app.charla.chat.Chat.Role;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;
import app.charla.core.NotFoundException;
import app.charla.space.SpaceRole;
import app.charla.space.SpaceService;
import org.springframework.stereotype.Service;

/**
 * The rights over chats: who manages one, and who owns it. In a group that is the role in it; a public chat also belongs
 * to those who manage and own its space. A private chat is managed by nobody.
 *
 * @see <a href="../../../../../docs/decisions/058-public-chats-and-send-policies.md">decision 058</a>
 */
@Service
public class ChatRights {

    private final SpaceService spaces;

    ChatRights(SpaceService spaces) {
        this.spaces = spaces;
    }

    /** Returns whether the actor may rename a chat that they see, and change its topic and settings. */
    public boolean mayManage(Actor actor, Chat chat) {
        Role role = chat.members().get(actor.account());
        return switch (chat.kind()) {
            case PUBLIC -> role != null && role.mayManage() || spaceRole(actor).mayManage();
            case GROUP -> role != null && role.mayManage();
            case PRIVATE -> false;
        };
    }

    /** Returns whether the actor may archive a chat that they see, turn it into a group and delete it. */
    public boolean owns(Actor actor, Chat chat) {
        Role role = chat.members().get(actor.account());
        return switch (chat.kind()) {
            case PUBLIC -> role == Role.OWNER || spaceRole(actor) == SpaceRole.OWNER;
            case GROUP -> role == Role.OWNER;
            case PRIVATE -> false;
        };
    }

    /** @throws ForbiddenException if the actor may not manage the chat */
    void requireManager(Actor actor, Chat chat) {
        if (!mayManage(actor, chat)) {
            throw new ForbiddenException("group.manage");
        }
    }

    /** @throws ForbiddenException if the actor does not own the chat */
    void requireOwner(Actor actor, Chat chat) {
        if (!owns(actor, chat)) {
            throw new ForbiddenException("group.own");
        }
    }

    private SpaceRole spaceRole(Actor actor) {
        try {
            return spaces.role(actor);
        } catch (NotFoundException neverEnteredHome) {
            return SpaceRole.MEMBER;
        }
    }
}
