package app.charla.message;

import app.charla.core.AccountId;
import app.charla.core.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * As much of a message as stands above its answers. It is the message as it is now: whoever learns that the message
 * changed shows its answers anew.
 *
 * @param seq its place in the chat; 0 if it is gone without a trace
 * @param sender who said it; null if it is gone without a trace
 * @param text its first line, cut after 140 characters; empty once deleted
 * @param deleted whether its words are gone
 * @param version as in {@link Message}
 */
public record Quote(MessageId id, long seq, @Nullable AccountId sender, String text, boolean deleted, int version) {

    private static final int MAX_LENGTH = 140;
    private static final String CODE_FENCE = "```";

    static Quote of(MessageId id, long seq, AccountId sender, String text, boolean deleted, int version) {
        return new Quote(id, seq, sender, firstLine(text), deleted, version);
    }

    /** Of a message that has grown too old to be kept. */
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
