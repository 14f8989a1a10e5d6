package app.charla.ui.chat;

import app.charla.account.BlockList;
import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.message.Conversation;
import app.charla.message.ConversationList;
import app.charla.message.Message;
import app.charla.message.UnreadCount;
import app.charla.message.UnreadCounts;
import app.charla.ui.Addresses;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maps conversations and messages to the rows of a person's chat list. */
@Component
public class ChatRowMapper {

    private static final int MAX_PREVIEW_LENGTH = 120;

    private final ConversationList conversationList;
    private final ChatService chats;
    private final ProfileDirectory profiles;
    private final BlockList blockList;
    private final BlockedMessages blockedMessages;
    private final UnreadCounts unreadCounts;

    ChatRowMapper(
            ConversationList conversationList,
            ChatService chats,
            ProfileDirectory profiles,
            BlockList blockList,
            BlockedMessages blockedMessages,
            UnreadCounts unreadCounts) {
        this.blockList = blockList;
        this.blockedMessages = blockedMessages;
        this.unreadCounts = unreadCounts;
        this.conversationList = conversationList;
        this.chats = chats;
        this.profiles = profiles;
    }

    /** Returns all rows: the person's conversations, and the public chats they have not joined. */
    public List<ChatList.Row> rows(Actor actor, String slug, Locale locale) {
        List<Conversation> mine = conversationList.conversations(actor);
        Set<ChatId> known = new HashSet<>();
        var rows = new ArrayList<ChatList.Row>();
        for (Conversation conversation : mine) {
            known.add(conversation.chat().id());
            rows.add(row(actor, slug, locale, conversation));
        }
        for (Chat open : chats.publicChats(actor)) {
            if (!known.contains(open.id())) {
                rows.add(row(actor, slug, locale, conversationList.conversation(actor, open.id())));
            }
        }
        return rows;
    }

    /** Returns the current row of a chat; empty if {@link #rows} would not have it. */
    public Optional<ChatList.Row> row(Actor actor, String slug, Locale locale, ChatId chat) {
        return conversationList.listed(actor, chat).map(conversation -> row(actor, slug, locale, conversation));
    }

    /**
     * Returns the row of a chat, whether the list has it or not.
     *
     * @throws app.charla.core.NotFoundException if the actor may not see the chat
     */
    public ChatList.Row anyRow(Actor actor, String slug, Locale locale, ChatId chat) {
        return row(actor, slug, locale, conversationList.conversation(actor, chat));
    }

    private ChatList.Row row(Actor actor, String slug, Locale locale, Conversation conversation) {
        Chat chat = conversation.chat();
        Message last = conversation.last();
        Instant until = conversation.notifications().until();
        return new ChatList.Row(
                chat.id().toString(),
                chat.kind().name(),
                title(actor.account(), chat, locale),
                colourSeed(actor.account(), chat),
                "/" + Addresses.chat(slug, chat.id()),
                conversation.lastSeq(),
                conversation.lastAt().toEpochMilli(),
                conversation.unread(),
                conversation.mentions(),
                conversation.notifications().level().name(),
                until == null ? 0 : until.toEpochMilli(),
                chat.has(actor.account()),
                last == null ? new ChatList.Preview("", "") : preview(actor.account(), chat.kind(), last, locale));
    }

    /** Returns the title of a chat as a person sees it. */
    public String title(AccountId me, Chat chat, Locale locale) {
        if (chat.kind() != Kind.PRIVATE) {
            return String.valueOf(chat.name());
        }
        AccountId other = chat.other(me);
        return other.equals(me) ? text(locale, "chat.notes") : name(other);
    }

    /** Returns the other member of a private chat; null for the person's chat with themselves. */
    @Nullable
    public AccountId otherMember(AccountId me, Chat chat) {
        AccountId other = chat.kind() == Kind.PRIVATE ? chat.other(me) : me;
        return other.equals(me) ? null : other;
    }

    /** Returns the id from which the colour of a chat's avatar follows. */
    public String colourSeed(AccountId me, Chat chat) {
        return chat.kind() == Kind.PRIVATE
                ? chat.other(me).toString()
                : chat.id().toString();
    }

    /**
     * Returns the update of a row for a new or changed message.
     *
     * @param position of the event in the journal
     * @throws app.charla.core.NotFoundException if the actor may not see the chat any more
     */
    public ChatList.MessageUpdate update(Actor actor, Message message, long position, Locale locale) {
        Kind kind = chats.visible(actor, message.chat()).kind();
        boolean isNew = position == message.id().value();
        boolean counts = UnreadCount.counts(message, blockList.mutedFor(actor.account()));
        UnreadCount unread = unreadCounts.count(actor, message.chat(), position);
        return new ChatList.MessageUpdate(
                message.chat().toString(),
                message.seq(),
                isNew ? message.sentAt().toEpochMilli() : 0,
                isNew && counts,
                counts && message.mentions().includes(actor.account()),
                unread == null ? 0 : unread.messages(),
                unread == null ? 0 : unread.mentions(),
                preview(actor.account(), kind, message, locale));
    }

    private ChatList.Preview preview(AccountId me, Kind kind, Message message, Locale locale) {
        boolean mine = message.sender().equals(me);
        if (message.kind() != Message.Kind.TEXT) {
            return new ChatList.Preview("", systemMessage(me, message, locale));
        }
        if (blockedMessages.isCollapsed(me, kind, message)) {
            return new ChatList.Preview("", text(locale, "log.blocked"));
        }
        String action = message.deleted() ? null : message.action();
        if (action != null) {
            return new ChatList.Preview("", shortened(name(message.sender()) + " " + action));
        }
        String sender = mine ? text(locale, "list.you") : kind == Kind.PRIVATE ? "" : firstName(message.sender());
        return new ChatList.Preview(
                sender, message.deleted() ? text(locale, "log.deleted") : shortened(textOf(message, locale)));
    }

    private static String textOf(Message message, Locale locale) {
        return AttachmentSummary.describe(message.text(), message.attachments(), locale);
    }

    private String systemMessage(AccountId me, Message message, Locale locale) {
        String key = "log.system." + message.kind();
        AccountId subject = message.subject();
        String text = message.kind() == Message.Kind.ROLE_CHANGED
                ? text(locale, "log.role." + message.text())
                : message.text();
        String variant = message.sender().equals(me) ? ".mine" : me.equals(subject) ? ".me" : "";
        return text(locale, key + variant, name(message.sender()), name(subject), text);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= MAX_PREVIEW_LENGTH) {
            return line;
        }
        String cut =
                line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, MAX_PREVIEW_LENGTH) - 1)) + "…";
        boolean endsInSpoiler = cut.split("\\|\\|", -1).length % 2 == 0;
        return endsInSpoiler ? cut + "||" : cut;
    }

    private String firstName(AccountId id) {
        return name(id).split("\\s+", 2)[0];
    }

    private String name(@Nullable AccountId id) {
        if (id == null) {
            return "";
        }
        Profile profile = profiles.findByIds(List.of(id)).get(id);
        return profile == null ? I18NProvider.translate("person.gone") : profile.name();
    }

    private static String text(Locale locale, String key, Object... arguments) {
        return I18NProvider.translate(locale, key, arguments);
    }
}
