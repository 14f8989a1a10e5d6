package app.charla.chat;

import app.charla.chat.Chat.Kind;
import app.charla.chat.Chat.Posting;
import app.charla.core.AccountId;
import app.charla.core.ChatId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

@Entity
@Table(name = "chat")
@SuppressWarnings("NullAway.Init")
class ChatEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private @Nullable String name;
    private String topic = "";
    private @Nullable String pair;
    private @Nullable UUID creatorId;
    private @Nullable String requestKey;
    private boolean standard;
    private Instant createdAt;
    private int version;

    @Enumerated(EnumType.STRING)
    private Posting posting = Posting.EVERYBODY;

    private @Nullable Instant archivedAt;

    @Transient
    private boolean isNew;

    protected ChatEntity() {}

    private ChatEntity(Kind kind, Instant now) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.kind = kind;
        this.createdAt = now;
        this.isNew = true;
    }

    static ChatEntity defaultPublic(String name, Instant now) {
        var chat = new ChatEntity(Kind.PUBLIC, now);
        chat.name = name;
        chat.standard = true;
        return chat;
    }

    static ChatEntity publicChat(
            String name, String topic, Posting posting, AccountId creator, @Nullable String requestKey, Instant now) {
        var chat = new ChatEntity(Kind.PUBLIC, now);
        chat.name = name;
        chat.topic = topic;
        chat.posting = posting;
        chat.creatorId = creator.value();
        chat.requestKey = requestKey;
        return chat;
    }

    static ChatEntity privateBetween(AccountId one, AccountId other, Instant now) {
        var chat = new ChatEntity(Kind.PRIVATE, now);
        chat.pair = pair(one, other);
        return chat;
    }

    static ChatEntity group(String name, AccountId creator, @Nullable String requestKey, Instant now) {
        var chat = new ChatEntity(Kind.GROUP, now);
        chat.name = name;
        chat.creatorId = creator.value();
        chat.requestKey = requestKey;
        return chat;
    }

    /** The key of a private chat, the same for both directions. */
    static String pair(AccountId one, AccountId other) {
        String a = one.toString();
        String b = other.toString();
        return a.compareTo(b) <= 0 ? a + ":" + b : b + ":" + a;
    }

    void rename(String newName) {
        name = newName;
        touch();
    }

    void changeTopic(String newTopic) {
        topic = newTopic;
        touch();
    }

    void setPosting(Posting newPosting) {
        posting = newPosting;
        touch();
    }

    /** Makes it read-only and takes it from the default chats. */
    void archive(Instant now) {
        archivedAt = now;
        standard = false;
        touch();
    }

    void unarchive() {
        archivedAt = null;
        touch();
    }

    /** Makes a group of a public chat. */
    void becomeGroup() {
        kind = Kind.GROUP;
        standard = false;
        touch();
    }

    boolean isArchived() {
        return archivedAt != null;
    }

    Posting posting() {
        return posting;
    }

    /** Returns whether new members of the space join the chat. */
    void setDefault(boolean isDefault) {
        standard = isDefault;
    }

    boolean isDefault() {
        return standard;
    }

    void touch() {
        version++;
    }

    ChatId id() {
        return new ChatId(id);
    }

    @Nullable
    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    Chat toChat(List<MembershipEntity> memberships) {
        var members = new LinkedHashMap<AccountId, Chat.Role>();
        memberships.forEach(member -> members.put(member.account(), member.role()));
        return new Chat(
                id(),
                kind,
                name,
                topic,
                Collections.unmodifiableMap(members),
                createdAt,
                version,
                posting,
                isArchived());
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }
}
