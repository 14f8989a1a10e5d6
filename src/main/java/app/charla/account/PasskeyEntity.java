package app.charla.account;

import app.charla.core.AccountId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.id.uuid.UuidVersion7Strategy;
import org.springframework.data.domain.Persistable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

@Entity
@Table(name = "passkey")
@SuppressWarnings("NullAway.Init")
class PasskeyEntity implements Persistable<UUID> {

    @Id
    private UUID id;

    private UUID accountId;
    private byte[] credentialId;
    private String name;
    private byte[] publicKey;
    private byte[] attestation;
    private String transports;
    private boolean backupEligible;
    private boolean backedUp;
    private long signatureCount;
    private Instant createdAt;
    private Instant lastUsedAt;

    @Transient
    private boolean isNew;

    protected PasskeyEntity() {}

    PasskeyEntity(AccountId account, CredentialRecord record, byte[] attestation, String name) {
        this.id = UuidVersion7Strategy.INSTANCE.generateUuid(null);
        this.accountId = account.value();
        this.credentialId = record.getCredentialId().getBytes();
        this.name = name;
        this.publicKey = record.getPublicKey().getBytes();
        this.attestation = attestation;
        this.transports = record.getTransports().stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(","));
        this.backupEligible = record.isBackupEligible();
        this.createdAt = record.getCreated();
        this.isNew = true;
        recordUse(record);
    }

    /** Records a use: the signature count, which only grows, and whether the key has a backup. */
    final void recordUse(CredentialRecord record) {
        signatureCount = record.getSignatureCount();
        backedUp = record.isBackupState();
        lastUsedAt = record.getLastUsed();
    }

    void rename(String newName) {
        name = newName;
    }

    AccountId account() {
        return new AccountId(accountId);
    }

    String name() {
        return name;
    }

    Passkey toPasskey() {
        return new Passkey(id, name, createdAt, lastUsedAt);
    }

    CredentialRecord toRecord() {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(credentialId))
                .userEntityUserId(handle(account()))
                .publicKey(new ImmutablePublicKeyCose(publicKey))
                .signatureCount(signatureCount)
                .uvInitialized(true) // required at registration
                .transports(transports())
                .backupEligible(backupEligible)
                .backupState(backedUp)
                .attestationObject(new Bytes(attestation))
                .created(createdAt)
                .lastUsed(lastUsedAt)
                .label(name)
                .build();
    }

    private Set<AuthenticatorTransport> transports() {
        return Arrays.stream(transports.split(","))
                .filter(each -> !each.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
    }

    /** The WebAuthn user handle of an account: its identifier, which says nothing about the person. */
    static Bytes handle(AccountId account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.value().getMostSignificantBits())
                .putLong(account.value().getLeastSignificantBits())
                .array());
    }

    static AccountId account(Bytes handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return isNew;
    }
}
