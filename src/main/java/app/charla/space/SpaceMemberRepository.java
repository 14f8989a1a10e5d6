package app.charla.space;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SpaceMemberRepository extends Repository<SpaceMemberEntity, SpaceMemberEntity.Key> {

    SpaceMemberEntity save(SpaceMemberEntity member);

    boolean existsById(SpaceMemberEntity.Key key);

    Optional<SpaceMemberEntity> findById(SpaceMemberEntity.Key key);

    List<SpaceMemberEntity> findBySpaceIdOrderByJoinedAt(UUID space);

    List<SpaceMemberEntity> findBySpaceIdAndAccountIdIn(UUID space, Collection<UUID> accounts);

    int countBySpaceId(UUID space);

    int countBySpaceIdAndRole(UUID space, SpaceRole role);

    void delete(SpaceMemberEntity member);

    @Modifying
    @Query("delete from SpaceMemberEntity m where m.spaceId = :space")
    void deleteBySpace(UUID space);

    /** Returns in how many spaces the person is that the owner does not own. */
    @Query("""
            select count(m) from SpaceMemberEntity m where m.accountId = :person and not exists (
              select o from SpaceMemberEntity o where o.spaceId = m.spaceId and o.accountId = :owner
                and o.role = app.charla.space.SpaceRole.OWNER)""")
    long countInSpacesNotOwnedBy(UUID person, UUID owner);
}
