package app.charla.api.json;

import org.jspecify.annotations.Nullable;

/**
 * The origin of a forwarded message.
 *
 * @param chatId the public chat of the original; absent for other kinds, which are not disclosed
 * @param seq of the original in that chat, or 0
 */
record OriginJson(PersonJson sender, @Nullable String chatId, long seq) {}
