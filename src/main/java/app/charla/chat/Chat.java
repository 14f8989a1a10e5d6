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
 * A conversation as it stood at one moment.
 *
 * @param name of a public chat or group; a private chat has none, it is called after the other person
 * @param topic what it is about, in one line; empty for nothing in particular
 * @param members everybody in it, in the order they came
 * @param version rises with each change of name, topic or members
 */
public record Chat(
        ChatId id,
        Kind kind,
        @Nullable String name,
        String topic,
        Map<AccountId, Role> members,
        Instant createdAt,
        int version) {

    /** What sort of conversation it is. */
    public enum Kind {
        /** Everybody in the space finds, reads and joins it. */
        PUBLIC,
        /** Two people, for ever the same two; or one, with a notebook. */
        PRIVATE,
        /** Its members only. */
        GROUP
    }

    /** What a member may do. */
    public enum Role {
        /** Everything, also delete the group and name owners. */
        OWNER,
        /** Rename, add and remove. */
        ADMIN,
        /** Talk, and leave. */
        MEMBER;

        /** Whether they look after it. */
        public boolean mayManage() {
            return this != MEMBER;
        }
    }

    /** Everybody who gets what happens here. */
    public Set<AccountId> audience() {
        return members.keySet();
    }

    /** Whether somebody is in it. */
    public boolean has(AccountId account) {
        return members.containsKey(account);
    }

    /** Whether somebody may read it. */
    public boolean visibleTo(AccountId account) {
        return kind == Kind.PUBLIC || has(account);
    }

    /** The same chat with one more person in it. */
    Chat withMember(AccountId account, Role role) {
        var more = new LinkedHashMap<>(members);
        more.put(account, role);
        return new Chat(id, kind, name, topic, Collections.unmodifiableMap(more), createdAt, version + 1);
    }

    /** The same chat with one person less in it. */
    Chat withoutMember(AccountId account) {
        var fewer = new LinkedHashMap<>(members);
        fewer.remove(account);
        return new Chat(id, kind, name, topic, Collections.unmodifiableMap(fewer), createdAt, version + 1);
    }

    /** The same chat about something else. */
    Chat withTopic(String newTopic) {
        return new Chat(id, kind, name, newTopic, members, createdAt, version + 1);
    }

    /** The other person of a private chat; oneself in one's notebook. */
    public AccountId other(AccountId me) {
        return members.keySet().stream()
                .filter(id -> !id.equals(me))
                .findFirst()
                .orElse(me);
    }
}
