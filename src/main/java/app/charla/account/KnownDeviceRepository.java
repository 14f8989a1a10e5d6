package app.charla.account;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface KnownDeviceRepository extends Repository<KnownDeviceEntity, KnownDeviceEntity.Key> {

    boolean existsByAccountIdInAndDevice(Collection<UUID> accounts, @Nullable String device);

    /** Records a sign-in; two at the same moment both succeed. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into known_device (account_id, device, signed_in_at, alerts_after)
            values (:account, :device, :millis, :alertsAfter)
            on conflict (account_id, device) do update set signed_in_at = excluded.signed_in_at""")
    void save(UUID account, String device, long millis, UUID alertsAfter);

    /** Dismisses the alerts of the device of a session, up to an event. */
    @Modifying
    @Query("""
            update KnownDeviceEntity d set d.alertsAfter = :event
            where d.accountId = :account and d.alertsAfter < :event and d.device = (
              select s.device from SessionEntity s where s.id = :session and s.accountId = :account)""")
    void dismissAlerts(UUID account, UUID session, UUID event);

    @Modifying
    @Query("""
            delete from KnownDeviceEntity d
            where d.signedInAt < :moment and not exists (
              select 1 from SessionEntity s where s.accountId = d.accountId and s.device = d.device)""")
    int deleteOlderThan(Instant moment);
}
