package app.charla.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PasskeyRepository extends Repository<PasskeyEntity, UUID> {

    PasskeyEntity save(PasskeyEntity passkey);

    Optional<PasskeyEntity> findByCredentialId(byte[] credentialId);

    Optional<PasskeyEntity> findByIdAndAccountId(UUID id, UUID account);

    List<PasskeyEntity> findByAccountIdOrderByCreatedAt(UUID account);

    int countByAccountId(UUID account);

    void delete(PasskeyEntity passkey);
}
