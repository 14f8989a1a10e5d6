package app.charla.api.json;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.api.json.PageRequest.Page;
import app.charla.chat.Chat;
import app.charla.chat.Receipt;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.message.Conversation;
import app.charla.message.ForwardOrigin;
import app.charla.message.Message;
import app.charla.message.MessagePage;
import app.charla.message.Quote;
import app.charla.message.Reaction;
import app.charla.search.SearchHit;
import app.charla.search.SearchResults;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maps domain records to JSON records, and resolves the profiles of the people they name. */
@Component
public class JsonMapping {

    private final ProfileDirectory profiles;

    JsonMapping(ProfileDirectory profiles) {
        this.profiles = profiles;
    }

    public MessageJson message(Message message) {
        return message(message, people(List.of(message)));
    }

    public MessagesJson messages(MessagePage page, @Nullable String next) {
        return new MessagesJson(messages(page.messages()), page.hasOlder(), page.hasNewer(), next);
    }

    public List<MessageJson> messages(List<Message> messages) {
        var people = people(messages);
        return messages.stream().map(message -> message(message, people)).toList();
    }

    public HitsJson hits(SearchResults found) {
        var people = people(found.hits().stream().map(SearchHit::message).toList());
        return new HitsJson(
                found.hits().stream()
                        .map(hit -> new HitJson(message(hit.message(), people), hit.excerpt(), hit.marks()))
                        .toList(),
                found.next());
    }

    public List<ChatJson> chats(Actor actor, List<Conversation> conversations) {
        return conversations.stream()
                .map(conversation -> chat(actor, conversation))
                .toList();
    }

    public ChatJson chat(Actor actor, Conversation conversation) {
        Chat chat = conversation.chat();
        Message last = conversation.last();
        return new ChatJson(
                chat.id().toString(),
                chat.kind(),
                chat.name(),
                chat.topic(),
                chat.kind() == Chat.Kind.PRIVATE ? person(chat.other(actor.account())) : null,
                chat.members().size(),
                chat.has(actor.account()),
                chat.members().get(actor.account()),
                conversation.notifications().isMuted(),
                conversation.notifications().level(),
                conversation.notifications().until(),
                conversation.unread(),
                conversation.mentions(),
                conversation.readSeq(),
                conversation.lastSeq(),
                conversation.lastAt(),
                last == null ? null : message(last),
                chat.createdAt(),
                chat.version(),
                chat.posting(),
                chat.archived());
    }

    public OpenChatJson open(Actor actor, Conversation conversation, MessagePage page, @Nullable String next) {
        Chat chat = conversation.chat();
        return new OpenChatJson(
                chat(actor, conversation),
                chat.kind() == Chat.Kind.PUBLIC
                        ? null
                        : members(chat, List.copyOf(chat.members().keySet())),
                messages(page.messages()),
                page.hasOlder(),
                page.hasNewer(),
                next);
    }

    /** Returns a page of the members of a chat. */
    public MembersJson members(Chat chat, PageRequest request) {
        Page<AccountId> page = request.pageOf(List.copyOf(chat.members().keySet()), AccountId::toString);
        return new MembersJson(members(chat, page.entries()), page.next());
    }

    private List<MemberJson> members(Chat chat, List<AccountId> listed) {
        Map<AccountId, Profile> people = profiles.findByIds(listed);
        return listed.stream()
                .map(id -> member(
                        person(people, id),
                        Objects.requireNonNull(chat.members().get(id))))
                .toList();
    }

    /** Returns a page of receipts. */
    public ReceiptsJson receipts(List<Receipt> receipts, PageRequest request) {
        Page<Receipt> page =
                request.pageOf(receipts, receipt -> receipt.reader().toString());
        Map<AccountId, Profile> people =
                profiles.findByIds(page.entries().stream().map(Receipt::reader).toList());
        return new ReceiptsJson(
                page.map(receipt -> new ReceiptJson(person(people, receipt.reader()), receipt.seq()))
                        .entries(),
                page.next());
    }

    private static MemberJson member(PersonJson person, Chat.Role role) {
        return new MemberJson(person.id(), person.username(), person.name(), role);
    }

    public PersonJson person(AccountId id) {
        return person(profiles.findByIds(List.of(id)), id);
    }

    private Map<AccountId, Profile> people(Collection<Message> messages) {
        Set<AccountId> named = new LinkedHashSet<>();
        messages.forEach(message -> named.addAll(message.people()));
        return profiles.findByIds(named);
    }

    private static PersonJson person(Map<AccountId, Profile> people, AccountId id) {
        @Nullable Profile profile = people.get(id);
        return profile == null ? PersonJson.gone(id) : PersonJson.of(profile);
    }

    private static MessageJson message(Message message, Map<AccountId, Profile> people) {
        return new MessageJson(
                message.chat().toString(),
                message.id().value(),
                message.seq(),
                message.clientId(),
                message.text(),
                message.kind(),
                person(people, message.sender()),
                message.subject() == null ? null : person(people, message.subject()),
                message.sentAt(),
                message.editedAt(),
                message.deleted(),
                message.version(),
                message.revision(),
                quote(message.quote(), people),
                message.reactions().stream()
                        .map(reaction -> reaction(reaction, people))
                        .toList(),
                message.mentions().people().stream()
                        .map(id -> person(people, id))
                        .toList(),
                message.mentions().everybody(),
                message.pinned(),
                origin(message.origin(), people),
                PreviewJson.of(message.preview()),
                AttachmentJson.of(message.attachments()));
    }

    private static ReactionJson reaction(Reaction reaction, Map<AccountId, Profile> people) {
        return new ReactionJson(
                reaction.emoji(),
                reaction.people().size(),
                reaction.people().stream().map(id -> person(people, id)).toList());
    }

    private static @Nullable OriginJson origin(@Nullable ForwardOrigin origin, Map<AccountId, Profile> people) {
        return origin == null
                ? null
                : new OriginJson(
                        person(people, origin.sender()),
                        origin.chat() == null ? null : origin.chat().toString(),
                        origin.seq());
    }

    private static @Nullable QuoteJson quote(@Nullable Quote quote, Map<AccountId, Profile> people) {
        if (quote == null) {
            return null;
        }
        AccountId sender = quote.sender();
        return new QuoteJson(
                quote.id().value(),
                quote.seq(),
                sender == null ? null : person(people, sender),
                quote.text(),
                quote.deleted());
    }
}
