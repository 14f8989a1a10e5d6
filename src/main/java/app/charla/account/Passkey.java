package app.charla.account;

import java.time.Instant;
import java.util.UUID;

/** A passkey as its owner sees it: a key in a device or a password manager that signs in without a password. */
public record Passkey(UUID id, String name, Instant createdAt, Instant lastUsedAt) {}
