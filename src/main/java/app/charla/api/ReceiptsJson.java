package app.charla.api;

import java.util.List;

/** Read receipts of the other members; empty in large chats, and for a caller who shares none. */
record ReceiptsJson(List<ReceiptJson> receipts) {}
