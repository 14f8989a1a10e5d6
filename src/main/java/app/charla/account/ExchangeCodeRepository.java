package app.charla.account;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ExchangeCodeRepository extends Repository<ExchangeCodeEntity, UUID> {

    ExchangeCodeEntity save(ExchangeCodeEntity code);

    Optional<ExchangeCodeEntity> findByCodeHash(byte[] hash);

    /** Deletes a code so that it works once. @return 0 if it was redeemed already */
    @Modifying
    @Query("delete from ExchangeCodeEntity c where c.id = :id")
    int redeem(UUID id);

    @Modifying
    @Query("delete from ExchangeCodeEntity c where c.expiresAt < :now")
    int deleteExpired(Instant now);
}
