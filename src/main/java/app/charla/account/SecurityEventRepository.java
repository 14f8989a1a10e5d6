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

    /** The alerts for the device of a session that it did not cause and has not dismissed, oldest first. */
    @Query("""
            select e from SecurityEventEntity e, SessionEntity s, KnownDeviceEntity d
            where s.id = :session and s.accountId = :account
              and d.accountId = :account and d.device = s.device
              and e.accountId = :account and e.alert = true and e.id > d.alertsAfter
              and (e.device is null or e.device <> s.device)
            order by e.id""")
    List<SecurityEventEntity> findAlerts(UUID account, UUID session, Limit limit);

    @Modifying
    @Query("delete from SecurityEventEntity e where e.at < :moment")
    int deleteOlderThan(Instant moment);
}
