package app.charla.api.json;

import org.jspecify.annotations.Nullable;

/**
 * The message that another one replies to, in its current state.
 *
 * @param text its first line, shortened; empty once deleted
 * @param sender absent if the message was purged
 */
record QuoteJson(long id, long seq, @Nullable PersonJson sender, String text, boolean deleted) {}
