package app.charla.chat;

import app.charla.core.AccountId;
import app.charla.core.ChatId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A chat with its members at one moment.
 *
 * @param name of a public chat or group; a private chat has none and is titled with the other person's name
 * @param topic one line; empty for none
 * @param members in the order they joined
 * @param version rises with each change of name, topic, settings or members
 * @param posting who may post; of a private chat always everybody
 * @param archived whether it is read-only and out of the lists; public chats only
 */
public record Chat(
        ChatId id,
        Kind kind,
        @Nullable String name,
        String topic,
        Map<AccountId, Role> members,
        Instant createdAt,
        int version,
        Posting posting,
        boolean archived) {

    /** The kind of chat. */
    public enum Kind {
        /** Listed for, readable and joinable by everybody in the space. */
        PUBLIC,
        /** Two people, always the same two; or one, as a notebook. */
        PRIVATE,
        /** Its members only. */
        GROUP
    }

    /** Posting rule: who may post in a chat. Reactions are open to every member. */
    public enum Posting {
        /** Everybody who may read it. */
        EVERYBODY,
        /** Its owners and admins; in a public chat also those of the space. */
        MANAGERS
    }

    /** A member's role. */
    public enum Role {
        /** May do everything, also delete the group and appoint owners. */
        OWNER,
        /** May rename, add and remove. */
        ADMIN,
        /** May write, and leave. */
        MEMBER;

        /** Returns whether the role may manage the chat. */
        public boolean mayManage() {
            return this != MEMBER;
        }
    }

    /** The recipients of the chat's events: all members. */
    public Set<AccountId> audience() {
        return members.keySet();
    }

    /** Returns whether the account is a member. */
    public boolean has(AccountId account) {
        return members.containsKey(account);
    }

    /** Returns whether it is in the list of public chats. */
    public boolean isListed() {
        return kind == Kind.PUBLIC && !archived;
    }

    /** Returns whether the account may read the chat. */
    public boolean visibleTo(AccountId account) {
        return kind == Kind.PUBLIC || has(account);
    }

    /** Returns a copy with one more member. */
    Chat withMember(AccountId account, Role role) {
        var changed = new LinkedHashMap<>(members);
        changed.put(account, role);
        return withMembers(changed);
    }

    /** Returns a copy with one member less. */
    Chat withoutMember(AccountId account) {
        var changed = new LinkedHashMap<>(members);
        changed.remove(account);
        return withMembers(changed);
    }

    private Chat withMembers(Map<AccountId, Role> changed) {
        return new Chat(
                id, kind, name, topic, Collections.unmodifiableMap(changed), createdAt, version + 1, posting, archived);
    }

    /** Returns a copy with another topic. */
    Chat withTopic(String newTopic) {
        return new Chat(id, kind, name, newTopic, members, createdAt, version + 1, posting, archived);
    }

    /** Returns the other person of a private chat; the account itself in its notebook. */
    public AccountId other(AccountId me) {
        return members.keySet().stream()
                .filter(id -> !id.equals(me))
                .findFirst()
                .orElse(me);
    }
}
