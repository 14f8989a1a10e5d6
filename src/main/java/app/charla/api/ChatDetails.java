package app.charla.api;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.message.ConversationList;
import app.charla.message.MessageService;
import org.springframework.stereotype.Component;

/** A chat together with a stretch of its conversation. */
@Component
class ChatDetails {

    private final ConversationList conversationList;
    private final MessageService messages;
    private final Presenter presenter;

    ChatDetails(ConversationList conversationList, MessageService messages, Presenter presenter) {
        this.conversationList = conversationList;
        this.messages = messages;
        this.presenter = presenter;
    }

    OpenChatJson open(Actor actor, ChatId chat, Stretch stretch) {
        return presenter.open(actor, conversationList.conversation(actor, chat), stretch.of(messages, actor, chat));
    }

    ChatJson chat(Actor actor, ChatId chat) {
        return presenter.chat(actor, conversationList.conversation(actor, chat));
    }
}
