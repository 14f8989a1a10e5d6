package app.charla.space;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SpaceRepository extends Repository<SpaceEntity, UUID> {

    SpaceEntity saveAndFlush(SpaceEntity space);

    Optional<SpaceEntity> findByHomeTrue();

    Optional<SpaceEntity> findBySlug(String slug);

    @Query("""
            select s from SpaceEntity s join SpaceMemberEntity m on m.spaceId = s.id
            where m.accountId = :account order by s.home desc, s.createdAt""")
    List<SpaceEntity> findByMember(UUID account);
}
