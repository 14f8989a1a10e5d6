package app.charla.space;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface InviteRepository extends Repository<InviteEntity, UUID> {

    InviteEntity save(InviteEntity invite);

    Optional<InviteEntity> findByTokenHash(byte[] hash);

    Optional<InviteEntity> findByIdAndSpaceId(UUID id, UUID space);

    List<InviteEntity> findBySpaceIdOrderByCreatedAtDesc(UUID space);

    @Modifying
    @Query("delete from InviteEntity i where i.spaceId = :space")
    void deleteBySpace(UUID space);
}
