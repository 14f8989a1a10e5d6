package app.charla.ui.chat;

import java.io.Serializable;
import java.util.List;

/**
 * The conversation that the browser shows, and its reader. Drafts, unsent messages and the copy for reading offline are
 * stored in the browser under {@code account}, {@code space} and {@code chat}.
 *
 * @param account the id of the reader, whose own messages are shown on the right
 * @param name the name of the reader
 * @param space the id of the chat's space
 * @param chat the id of the chat
 * @param title the chat's title as the reader sees it
 * @param mayPin whether the reader may pin messages
 * @param encrypted whether this chat is left out of the copy for reading offline
 * @param media the address of the attachments of the space
 * @param blocked the ids of people whose messages are collapsed
 */
public record Conversation(
        String account,
        String name,
        String space,
        String chat,
        String title,
        boolean mayPin,
        boolean encrypted,
        String media,
        List<String> blocked)
        implements Serializable {}
