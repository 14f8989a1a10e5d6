package app.charla.api;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.message.Inbox;
import app.charla.message.MessageService;
import org.springframework.stereotype.Component;

/** A chat together with a stretch of its conversation. */
@Component
class ChatDetails {

    private final Inbox inbox;
    private final MessageService messages;
    private final Presenter presenter;

    ChatDetails(Inbox inbox, MessageService messages, Presenter presenter) {
        this.inbox = inbox;
        this.messages = messages;
        this.presenter = presenter;
    }

    OpenChatJson open(Actor actor, ChatId chat, Stretch stretch) {
        return presenter.open(actor, inbox.conversation(actor, chat), stretch.of(messages, actor, chat));
    }

    ChatJson chat(Actor actor, ChatId chat) {
        return presenter.chat(actor, inbox.conversation(actor, chat));
    }
}
