package app.charla.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ClaimRepository extends Repository<ClaimEntity, UUID> {

    ClaimEntity save(ClaimEntity claim);

    Optional<ClaimEntity> findByTokenHash(byte[] hash);

    void delete(ClaimEntity claim);
}
