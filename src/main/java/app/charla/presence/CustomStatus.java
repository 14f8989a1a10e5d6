package app.charla.presence;

import app.charla.core.InvalidException;
import app.charla.unicode.NameRule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A custom status: an emoji and a short text that a person shows beside their name.
 *
 * @param emoji one emoji, or empty
 * @param text at most 80 characters, or empty
 * @param until when it expires; null for never
 */
public record CustomStatus(
        String emoji, String text, @Nullable Instant until) {

    /** The maximum length of the text in characters. */
    public static final int MAX_LENGTH = 80;

    /** The maximum length of the emoji of a status. */
    public static final int MAX_EMOJI_LENGTH = 32;

    /** The empty status. */
    public static final CustomStatus NONE = new CustomStatus("", "", null);

    /** @throws InvalidException if the text is too long or breaks the name rule, or the emoji is not a single one */
    public CustomStatus {
        emoji = emoji.strip();
        text = NameRule.requireLine("text", text, MAX_LENGTH, "status.length");
        boolean isEmoji = emoji.codePoints().anyMatch(Character::isEmoji);
        if (!emoji.isEmpty() && (emoji.length() > MAX_EMOJI_LENGTH || !emoji.matches("\\X") || !isEmoji)) {
            throw new InvalidException("emoji", "message.emoji");
        }
    }

    public boolean isEmpty() {
        return emoji.isEmpty() && text.isEmpty();
    }

    /** Returns this status, or none once it has expired. */
    CustomStatus at(Instant now) {
        return until != null && !now.isBefore(until) ? NONE : this;
    }
}
