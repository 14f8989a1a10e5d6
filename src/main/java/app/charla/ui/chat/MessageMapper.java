package app.charla.ui.chat;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.chat.ChatService;
import app.charla.chat.Receipt;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.NotFoundException;
import app.charla.media.Attachment;
import app.charla.message.ForwardOrigin;
import app.charla.message.LinkPreview;
import app.charla.message.Message;
import app.charla.message.Quote;
import app.charla.message.Reaction;
import com.vaadin.flow.i18n.I18NProvider;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Maps messages to the data of the message log, for one reader: with the names of people and chats. */
@Component
public class MessageMapper {

    /** The limit of names per reaction; the browser shows the rest as a number. */
    private static final int MAX_NAMES = 12;

    private final ProfileDirectory profiles;
    private final ChatService chats;

    MessageMapper(ProfileDirectory profiles, ChatService chats) {
        this.profiles = profiles;
        this.chats = chats;
    }

    public MessageLogData.Message map(Actor reader, Message message) {
        return map(reader, List.of(message)).getFirst();
    }

    public List<MessageLogData.Message> map(Actor reader, Collection<Message> messages) {
        AccountId me = reader.account();
        Set<AccountId> named = new LinkedHashSet<>();
        messages.forEach(message -> named.addAll(message.people()));
        Map<AccountId, Profile> people = profiles.findByIds(named);
        Function<ChatId, String> chatNames = chat -> chatName(reader, chat);
        return messages.stream()
                .map(message -> message(me, message, people, chatNames))
                .toList();
    }

    public List<MessageLogData.Receipt> receipts(List<Receipt> receipts) {
        Map<AccountId, Profile> people =
                profiles.findByIds(receipts.stream().map(Receipt::reader).toList());
        return receipts.stream()
                .map(receipt -> new MessageLogData.Receipt(
                        receipt.reader().toString(),
                        person(receipt.reader(), people).name(),
                        receipt.seq()))
                .toList();
    }

    private static MessageLogData.Message message(
            AccountId me, Message message, Map<AccountId, Profile> people, Function<ChatId, String> chatNames) {
        Instant editedAt = message.editedAt();
        AccountId subject = message.subject();
        return new MessageLogData.Message(
                message.id().value(),
                message.seq(),
                message.clientId(),
                message.kind().name(),
                person(message.sender(), people),
                subject == null ? null : person(subject, people),
                message.text(),
                message.sentAt().toEpochMilli(),
                editedAt == null ? null : editedAt.toEpochMilli(),
                message.deleted(),
                message.version(),
                message.revision(),
                quote(message.quote(), people),
                message.reactions().stream()
                        .map(reaction -> reaction(me, reaction, people))
                        .toList(),
                message.mentions().people().stream()
                        .map(id -> person(id, people))
                        .toList(),
                message.mentions().everybody(),
                message.pinned(),
                origin(message.origin(), people, chatNames),
                preview(message.preview()),
                message.attachments().stream().map(MessageMapper::media).toList());
    }

    /** Maps an attachment. */
    public static MessageLogData.Media media(Attachment attachment) {
        return new MessageLogData.Media(
                attachment.id().toString(),
                attachment.name(),
                attachment.type(),
                attachment.size(),
                attachment.kind().name(),
                attachment.width(),
                attachment.height(),
                attachment.blur(),
                attachment.durationMillis(),
                attachment.waveform(),
                attachment.alt());
    }

    /** Returns the name of a public chat; empty once it is deleted. */
    private String chatName(Actor reader, ChatId chat) {
        try {
            return Objects.requireNonNullElse(chats.visible(reader, chat).name(), "");
        } catch (NotFoundException gone) {
            return "";
        }
    }

    private static MessageLogData.@Nullable Origin origin(
            @Nullable ForwardOrigin origin, Map<AccountId, Profile> people, Function<ChatId, String> chatNames) {
        if (origin == null) {
            return null;
        }
        ChatId chat = origin.chat();
        return new MessageLogData.Origin(
                person(origin.sender(), people),
                chat == null ? "" : chatNames.apply(chat),
                chat == null ? "" : chat.toString(),
                origin.seq());
    }

    private static MessageLogData.@Nullable Preview preview(@Nullable LinkPreview preview) {
        return preview == null
                ? null
                : new MessageLogData.Preview(preview.address(), preview.site(), preview.title(), preview.description());
    }

    private static MessageLogData.Reaction reaction(AccountId me, Reaction reaction, Map<AccountId, Profile> people) {
        return new MessageLogData.Reaction(
                reaction.emoji(),
                reaction.people().size(),
                reaction.people().contains(me),
                others(reaction, me).map(id -> person(id, people).name()).toList());
    }

    private static Stream<AccountId> others(Reaction reaction, AccountId me) {
        return reaction.people().stream().filter(id -> !id.equals(me)).limit(MAX_NAMES);
    }

    private static MessageLogData.@Nullable Quote quote(@Nullable Quote quote, Map<AccountId, Profile> people) {
        if (quote == null) {
            return null;
        }
        AccountId sender = quote.sender();
        return new MessageLogData.Quote(
                quote.id().value(),
                quote.seq(),
                sender == null ? null : person(sender, people),
                quote.text(),
                quote.deleted(),
                quote.version());
    }

    private static MessageLogData.Person person(AccountId id, Map<AccountId, Profile> people) {
        Profile profile = people.get(id);
        return profile == null
                ? new MessageLogData.Person(id.toString(), "", I18NProvider.translate("person.gone"))
                : new MessageLogData.Person(id.toString(), profile.username(), profile.name());
    }
}
