package app.charla.api.json;

/** A read receipt: up to which {@code seq} a member has read; 0 where they share no receipts. */
record ReceiptJson(PersonJson reader, long readSeq) {}
