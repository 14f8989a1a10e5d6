package app.charla.api.chat;

import app.charla.api.json.ChatJson;
import app.charla.api.json.JsonMapping;
import app.charla.api.json.MessageRange;
import app.charla.api.json.OpenChatJson;
import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.message.ConversationList;
import app.charla.message.MessageHistory;
import app.charla.message.MessagePage;
import org.springframework.stereotype.Component;

/** Loads a chat as the caller sees it, alone or with a page of its messages. */
@Component
class ChatDetails {

    private final ConversationList conversationList;
    private final MessageHistory history;
    private final JsonMapping jsonMapping;

    ChatDetails(ConversationList conversationList, MessageHistory history, JsonMapping jsonMapping) {
        this.conversationList = conversationList;
        this.history = history;
        this.jsonMapping = jsonMapping;
    }

    OpenChatJson open(Actor actor, ChatId chat, MessageRange range) {
        MessagePage page = range.load(history, actor, chat);
        return jsonMapping.open(actor, conversationList.conversation(actor, chat), page, range.next(page));
    }

    ChatJson chat(Actor actor, ChatId chat) {
        return jsonMapping.chat(actor, conversationList.conversation(actor, chat));
    }
}
