package app.charla.space;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

interface DepartureRepository extends Repository<DepartureEntity, SpaceMemberEntity.Key> {

    DepartureEntity save(DepartureEntity departure);

    boolean existsById(SpaceMemberEntity.Key key);

    List<DepartureEntity> findAll();

    @Transactional
    void deleteById(SpaceMemberEntity.Key key);

    @Modifying
    @Query("delete from DepartureEntity d where d.spaceId = :space")
    void deleteBySpace(UUID space);
}
