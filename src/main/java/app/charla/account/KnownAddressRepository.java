package app.charla.account;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface KnownAddressRepository extends Repository<KnownAddressEntity, KnownAddressEntity.Key> {

    boolean existsByAccountIdInAndNetwork(Collection<UUID> accounts, String network);

    /** Records a sign-in; two at the same moment both succeed. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into known_address (account_id, network, signed_in_at) values (:account, :network, :millis)
            on conflict (account_id, network) do update set signed_in_at = excluded.signed_in_at""")
    void save(UUID account, String network, long millis);

    @Modifying
    @Query("delete from KnownAddressEntity a where a.signedInAt < :moment")
    int deleteOlderThan(Instant moment);
}
