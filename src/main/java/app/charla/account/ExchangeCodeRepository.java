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

    /** @return 1 for whoever takes it first, 0 for everybody else */
    @Modifying
    @Query("delete from ExchangeCodeEntity c where c.id = :id")
    int redeem(UUID id);

    @Modifying
    @Query("delete from ExchangeCodeEntity c where c.expiresAt < :now")
    int deleteExpired(Instant now);
}
