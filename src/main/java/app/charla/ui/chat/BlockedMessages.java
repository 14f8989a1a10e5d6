package app.charla.ui.chat;

import app.charla.account.BlockList;
import app.charla.chat.Chat.Kind;
import app.charla.core.AccountId;
import app.charla.message.Message;
import org.springframework.stereotype.Component;

/**
 * Decides whether a message is collapsed because its reader has blocked the sender, also outside of the conversation, as
 * among search results. Nothing is collapsed in a private chat.
 *
 * @see <a href="../../../../../../docs/decisions/034-block-list.md">decision 034</a>
 */
@Component
public class BlockedMessages {

    private final BlockList blockList;

    BlockedMessages(BlockList blockList) {
        this.blockList = blockList;
    }

    public boolean isCollapsed(AccountId reader, Kind kind, Message message) {
        return kind != Kind.PRIVATE
                && message.kind() == Message.Kind.TEXT
                && !message.deleted()
                && blockList.hasBlocked(reader, message.sender());
    }
}
