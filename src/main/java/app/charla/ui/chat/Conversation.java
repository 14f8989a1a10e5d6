package app.charla.ui.chat;

import java.io.Serializable;
import java.util.List;

/**
 * Which conversation the browser shows, and for whom. Drafts, unsent messages and the copy for reading offline are kept in
 * the browser under {@code account}, {@code space} and {@code chat}.
 *
 * @param account the id of the person reading; their own messages stand on the right
 * @param name what the person reading is called
 * @param space the id of the chat's space
 * @param chat the id of the chat
 * @param title the chat's name as this person sees it
 * @param mayPin whether this person may pin messages here
 * @param encrypted whether this chat stays out of the copy for reading offline
 * @param media the address under which the files of the space are
 * @param blocked the ids of those whose messages in groups stand folded
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
