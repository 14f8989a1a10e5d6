package app.charla.presence;

import app.charla.core.InvalidException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of what they are at.
 *
 * @param emoji one drawing, or empty
 * @param text a few words, or empty
 * @param until when it ends by itself; null for never
 */
public record CustomStatus(
        String emoji, String text, @Nullable Instant until) {

    /** How many characters it may have. */
    public static final int MAX_LENGTH = 80;

    private static final int MAX_EMOJI_LENGTH = 32;

    /** Nothing said. */
    public static final CustomStatus NONE = new CustomStatus("", "", null);

    /** @throws InvalidException if it is too long, or the emoji is none */
    public CustomStatus {
        emoji = emoji.strip();
        text = text.strip().replaceAll("\\p{Cntrl}", " ");
        if (text.length() > MAX_LENGTH) {
            throw new InvalidException("text", "status.length", MAX_LENGTH);
        }
        boolean drawn = emoji.codePoints().anyMatch(Character::isEmoji);
        if (!emoji.isEmpty() && (emoji.length() > MAX_EMOJI_LENGTH || !emoji.matches("\\X") || !drawn)) {
            throw new InvalidException("emoji", "message.emoji");
        }
    }

    /** Whether nothing is said. */
    public boolean isEmpty() {
        return emoji.isEmpty() && text.isEmpty();
    }

    /** What is left of it at a time. */
    CustomStatus at(Instant now) {
        return until != null && !now.isBefore(until) ? NONE : this;
    }
}
