package app.charla.ui.chat.conversation;

import app.charla.core.Actor;
import app.charla.core.ChatId;
import app.charla.space.SpaceService;
import app.charla.ui.Addresses;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.router.BeforeEnterEvent;
import org.jspecify.annotations.Nullable;

/**
 * The address of a conversation, parsed.
 *
 * @param focus the {@code seq} of the message to show, if the address names one
 */
record ConversationAddress(OpenChat chat, @Nullable Long focus) {

    /**
     * Parses the address that is being entered, and enters its space.
     *
     * @throws app.charla.core.NotFoundException if the space may not be seen, or the id of the chat is malformed
     */
    static ConversationAddress of(BeforeEnterEvent event, SpaceService spaces) {
        String slug = event.getRouteParameters().get("space").orElseThrow();
        Actor actor = spaces.enter(SignedIn.required().account(), slug);
        ChatId chat = ChatId.parse(event.getRouteParameters().get("chat").orElseThrow());
        return new ConversationAddress(new OpenChat(actor, slug, chat), focus(event));
    }

    private static @Nullable Long focus(BeforeEnterEvent event) {
        return event.getLocation()
                .getQueryParameters()
                .getSingleParameter(Addresses.MESSAGE)
                .filter(number -> number.matches("[0-9]{1,15}"))
                .map(Long::valueOf)
                .orElse(null);
    }
}
