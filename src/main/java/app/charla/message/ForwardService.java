package app.charla.message;

import app.charla.chat.Chat;
import app.charla.chat.Chat.Kind;
import app.charla.chat.ChatService;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.media.Attachment;
import app.charla.media.MediaId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Forwards messages to other chats. A forward names the original author, and the original chat only if it is public.
 */
@Service
public class ForwardService {

    /** The maximum number of chats that a message is forwarded to at once. */
    public static final int MAX_CHATS = 20;

    private final ChatService chats;
    private final MessageService messages;
    private final MessageHistory history;
    private final SendPolicies policies;

    ForwardService(ChatService chats, MessageService messages, MessageHistory history, SendPolicies policies) {
        this.policies = policies;
        this.chats = chats;
        this.messages = messages;
        this.history = history;
    }

    /**
     * Sends a message that the actor sees to other chats. Mentions in it notify nobody. Repeating the request with the
     * same clientId sends nothing twice.
     *
     * @param to 1–20 chats
     * @param clientId as in {@link MessageDraft}
     * @return the messages sent, in the order of the chats
     * @throws NotFoundException if there is no such message, or the actor may not see one of the chats; nothing is sent
     * @throws app.charla.core.ForbiddenException if the actor may not write in one of them; nothing is sent
     * @throws InvalidException if there are too few chats, or too many
     * @throws app.charla.core.TooManyRequestsException if the actor sends too fast; messages sent before that stay
     */
    public List<Message> forward(Actor actor, ChatId from, MessageId id, List<ChatId> to, String clientId) {
        var targets = new LinkedHashSet<>(to);
        if (targets.isEmpty() || targets.size() > MAX_CHATS) {
            throw new InvalidException("to", "forward.to", MAX_CHATS);
        }
        Message source = history.message(actor, from, id);
        if (source.kind() != Message.Kind.TEXT || source.deleted()) {
            throw new NotFoundException();
        }
        for (ChatId target : targets) {
            policies.check(actor, chats.writable(actor, target), source.text());
        }
        ForwardOrigin origin = origin(source, chats.visible(actor, from));
        List<MediaId> media = source.attachments().stream().map(Attachment::id).toList();
        var draft = new MessageDraft(clientId, source.text(), null, media);
        var sent = new ArrayList<Message>();
        for (ChatId target : targets) {
            sent.add(messages.forward(actor, target, draft, origin, source.attachments())
                    .message());
        }
        return List.copyOf(sent);
    }

    /** The origin of a message forwarded again stays the first one. */
    private static ForwardOrigin origin(Message source, Chat chat) {
        ForwardOrigin first = source.origin();
        if (first != null) {
            return first;
        }
        return chat.kind() == Kind.PUBLIC
                ? new ForwardOrigin(source.sender(), chat.id(), source.seq())
                : new ForwardOrigin(source.sender(), null, 0);
    }
}
