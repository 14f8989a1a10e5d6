package app.charla.api.json;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the read receipts of the other members; empty in large chats, and for a caller who shares none.
 *
 * @param next the {@code cursor} of the following page; absent on the last page
 */
public record ReceiptsJson(
        List<ReceiptJson> receipts, @Nullable String next) {}
