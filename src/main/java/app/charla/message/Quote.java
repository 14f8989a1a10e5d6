package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * The excerpt of a message shown above its replies. It is the message as it is now: a client that receives a change of
 * the message renders its replies again.
 *
 * @param seq its position in the chat; 0 if its row is deleted
 * @param sender its author; null if its row is deleted
 * @param text its first line, cut after 140 characters; empty once deleted
 * @param deleted whether its content is removed
 * @param version as in {@link Message}
 */
public record Quote(MessageId id, long seq, @Nullable AccountId sender, String text, boolean deleted, int version) {

    private static final int MAX_LENGTH = 140;
    private static final String CODE_FENCE = "```";

    static Quote of(MessageId id, long seq, AccountId sender, String text, boolean deleted, int version) {
        return new Quote(id, seq, sender, firstLine(text), deleted, version);
    }

    /** The quote of a message whose row is deleted, as it was older than the space keeps messages. */
    static Quote missing(MessageId id) {
        return new Quote(id, 0, null, "", true, 0);
    }

    private static String firstLine(String text) {
        String line = text.lines()
                .map(String::strip)
                .filter(each -> !each.isEmpty() && !each.startsWith(CODE_FENCE))
                .findFirst()
                .orElse("");
        int length = line.codePointCount(0, line.length());
        return length <= MAX_LENGTH ? line : line.substring(0, line.offsetByCodePoints(0, MAX_LENGTH - 1)) + "…";
    }
}
