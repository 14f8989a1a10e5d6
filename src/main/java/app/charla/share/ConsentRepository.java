package app.charla.share;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ConsentRepository extends Repository<ConsentEntity, ConsentEntity.Key> {

    ConsentEntity save(ConsentEntity consent);

    Optional<ConsentEntity> findById(ConsentEntity.Key key);

    List<ConsentEntity> findByShareId(UUID share);

    int countByShareIdAndAgreedAtIsNull(UUID share);

    @Query("""
            select count(c) from ConsentEntity c join ShareEntity s on s.id = c.shareId
            where c.accountId = :account and c.agreedAt is null and s.expiresAt > :now""")
    int countPending(UUID account, Instant now);
}
