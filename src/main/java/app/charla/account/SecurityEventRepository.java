package app.charla.account;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SecurityEventRepository extends Repository<SecurityEventEntity, UUID> {

    SecurityEventEntity save(SecurityEventEntity event);

    List<SecurityEventEntity> findByAccountIdOrderByIdDesc(UUID accountId, Limit limit);

    List<SecurityEventEntity> findByAccountIdAndIdLessThanOrderByIdDesc(UUID accountId, UUID before, Limit limit);

    @Modifying
    @Query("delete from SecurityEventEntity e where e.at < :moment")
    int deleteOlderThan(Instant moment);
}
