package app.charla.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Adapts passkeys to Spring Security's WebAuthn credentials. */
@Component
class PasskeyStore implements UserCredentialRepository {

    private final PasskeyRepository passkeys;

    PasskeyStore(PasskeyRepository passkeys) {
        this.passkeys = passkeys;
    }

    @Override
    public void save(CredentialRecord record) {
        passkeys.findByCredentialId(record.getCredentialId().getBytes())
                .ifPresentOrElse(existing -> existing.recordUse(record), () -> add(record));
    }

    private void add(CredentialRecord record) {
        Bytes attestation = record.getAttestationObject();
        if (attestation == null) {
            throw new IllegalArgumentException("the passkey has no attestation object");
        }
        passkeys.save(new PasskeyEntity(
                PasskeyEntity.account(record.getUserEntityUserId()),
                record,
                attestation.getBytes(),
                record.getLabel()));
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes id) {
        return passkeys.findByCredentialId(id.getBytes())
                .map(PasskeyEntity::toRecord)
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return passkeys
                .findByAccountIdOrderByCreatedAt(PasskeyEntity.account(handle).value())
                .stream()
                .map(PasskeyEntity::toRecord)
                .toList();
    }

    @Override
    public void delete(Bytes id) {
        passkeys.findByCredentialId(id.getBytes()).ifPresent(passkeys::delete);
    }
}
