package app.charla.api.json;

import java.util.List;

/** Read receipts of the other members; empty in large chats, and for a caller who shares none. */
public record ReceiptsJson(List<ReceiptJson> receipts) {}
