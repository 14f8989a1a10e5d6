package app.charla.space;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InviteRepository extends Repository<InviteEntity, UUID> {

    InviteEntity save(InviteEntity invite);

    Optional<InviteEntity> findByTokenHash(byte[] hash);

    Optional<InviteEntity> findById(UUID id);

    Optional<InviteEntity> findByIdAndSpaceId(UUID id, UUID space);

    List<InviteEntity> findBySpaceIdOrderByCreatedAtDesc(UUID space);

    /** Counts a use; returns 0 if the invite is not open any more, also when two people take the last use at once. */
    @Modifying
    @Query("""
            update InviteEntity i set i.uses = i.uses + 1
            where i.id = :id and i.revokedAt is null and i.expiresAt > :now
              and (i.maxUses is null or i.uses < i.maxUses)""")
    int use(UUID id, Instant now);

    @Modifying
    @Query("delete from InviteEntity i where i.spaceId = :space")
    void deleteBySpace(UUID space);
}
