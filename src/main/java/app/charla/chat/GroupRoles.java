package app.charla.chat;

import app.charla.chat.Chat.Role;
import app.charla.core.Actor;
import app.charla.core.ForbiddenException;

/** The roles of members of a group: checks of who may change it. */
final class GroupRoles {

    private GroupRoles() {}

    /**
     * Returns the actor's role.
     *
     * @throws ForbiddenException if the actor is neither an owner nor an admin of the group
     */
    static Role requireManager(Actor actor, Chat chat) {
        Role role = chat.members().get(actor.account());
        if (role == null || !role.mayManage()) {
            throw new ForbiddenException("group.manage");
        }
        return role;
    }

    /** @throws ForbiddenException if the actor is not an owner of the group */
    static void requireOwner(Actor actor, Chat chat) {
        if (chat.members().get(actor.account()) != Role.OWNER) {
            throw new ForbiddenException("group.own");
        }
    }

    /** Returns the number of owners. */
    static long owners(Chat chat) {
        return chat.members().values().stream().filter(Role.OWNER::equals).count();
    }
}
