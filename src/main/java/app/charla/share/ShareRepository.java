package app.charla.share;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ShareRepository extends Repository<ShareEntity, UUID> {

    ShareEntity save(ShareEntity share);

    Optional<ShareEntity> findById(UUID id);

    Optional<ShareEntity> findByTokenHash(byte[] tokenHash);

    List<ShareEntity> findByAccountIdOrderByCreatedAtDesc(UUID account);

    @Query("""
            select s from ShareEntity s join ConsentEntity c on c.shareId = s.id
            where c.accountId = :account and c.agreedAt is null order by s.createdAt""")
    List<ShareEntity> findPending(UUID account);

    void delete(ShareEntity share);

    @Modifying
    @Query("delete from ShareEntity s where s.expiresAt < :now")
    void deleteExpired(Instant now);
}
