package app.charla.chat;

import java.time.Instant;

/**
 * A draft of a message in a chat.
 *
 * @param text empty for none
 * @param writtenAt by the clock of the device; 1970 if nothing was ever written
 */
public record SavedDraft(String text, Instant writtenAt) {}
