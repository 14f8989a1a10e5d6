package app.charla.space;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RemovalRepository extends Repository<RemovalEntity, SpaceMemberEntity.Key> {

    RemovalEntity save(RemovalEntity removal);

    Optional<RemovalEntity> findById(SpaceMemberEntity.Key key);

    boolean existsById(SpaceMemberEntity.Key key);

    void delete(RemovalEntity removal);

    @Modifying
    @Query("delete from RemovalEntity r where r.spaceId = :space")
    void deleteBySpace(UUID space);
}
