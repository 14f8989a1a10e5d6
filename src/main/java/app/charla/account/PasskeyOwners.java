package app.charla.account;

import app.charla.core.AccountId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Adapts accounts to Spring Security's WebAuthn users. The name of a user is the identifier of the account. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final AccountRepository accounts;

    PasskeyOwners(AccountRepository accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return find(PasskeyEntity.account(handle));
    }

    /** @param identifier the identifier of the account, because usernames may change */
    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String identifier) {
        return find(new AccountId(UUID.fromString(identifier)));
    }

    private @Nullable PublicKeyCredentialUserEntity find(AccountId id) {
        return accounts.findById(id.value())
                .map(AccountEntity::toProfile)
                .<PublicKeyCredentialUserEntity>map(profile -> ImmutablePublicKeyCredentialUserEntity.builder()
                        .id(PasskeyEntity.handle(profile.id()))
                        .name(profile.username())
                        .displayName(profile.name())
                        .build())
                .orElse(null);
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("accounts are created by registration");
    }

    @Override
    public void delete(Bytes handle) {
        throw new UnsupportedOperationException("accounts are deleted elsewhere");
    }
}
