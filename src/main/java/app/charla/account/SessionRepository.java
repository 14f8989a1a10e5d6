package app.charla.account;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SessionRepository extends Repository<SessionEntity, UUID> {

    SessionEntity save(SessionEntity session);

    Optional<SessionEntity> findByTokenHash(byte[] tokenHash);

    List<SessionEntity> findByIdIn(Collection<UUID> ids);

    Optional<SessionEntity> findByIdAndAccountId(UUID id, UUID accountId);

    List<SessionEntity> findByAccountIdOrderByLastUsedAtDesc(UUID accountId);

    void deleteAll(Iterable<SessionEntity> sessions);

    @Modifying
    @Query("delete from SessionEntity s where s.expiresAt < :now")
    int deleteExpired(Instant now);
}
