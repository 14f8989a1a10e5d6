package app.charla.chat;

import java.time.Instant;

/**
 * What somebody is writing in a chat.
 *
 * @param text empty for nothing
 * @param writtenAt by the clock of the device; 1970 if nothing was ever written
 */
public record SavedDraft(String text, Instant writtenAt) {}
