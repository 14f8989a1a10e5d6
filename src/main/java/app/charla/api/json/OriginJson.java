package app.charla.api.json;

import org.jspecify.annotations.Nullable;

/**
 * Where forwarded words come from.
 *
 * @param chatId the public chat where they were said first; nothing is told of others
 * @param seq their place in it, or 0
 */
record OriginJson(PersonJson sender, @Nullable String chatId, long seq) {}
