package app.charla.account;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface IdentityRepository extends Repository<IdentityEntity, UUID> {

    IdentityEntity saveAndFlush(IdentityEntity identity);

    Optional<IdentityEntity> findByIssuerAndSubject(String issuer, String subject);

    List<IdentityEntity> findByAccountIdOrderByLinkedAt(UUID accountId);

    void delete(IdentityEntity identity);
}
