package app.charla.api.json;

import org.jspecify.annotations.Nullable;

/**
 * A message that another one answers, as it is now.
 *
 * @param text its first line, shortened; empty once deleted
 * @param sender missing for a message that is gone without a trace
 */
record QuoteJson(long id, long seq, @Nullable PersonJson sender, String text, boolean deleted) {}
