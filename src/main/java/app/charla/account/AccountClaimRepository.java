package app.charla.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AccountClaimRepository extends Repository<AccountClaimEntity, UUID> {

    AccountClaimEntity save(AccountClaimEntity claim);

    Optional<AccountClaimEntity> findByTokenHash(byte[] hash);

    void delete(AccountClaimEntity claim);
}
