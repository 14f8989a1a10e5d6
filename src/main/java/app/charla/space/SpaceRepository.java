package app.charla.space;

import app.charla.space.Space.State;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SpaceRepository extends Repository<SpaceEntity, UUID> {

    SpaceEntity saveAndFlush(SpaceEntity space);

    Optional<SpaceEntity> findById(UUID id);

    Optional<SpaceEntity> findByHomeTrue();

    Optional<SpaceEntity> findBySlug(String slug);

    boolean existsBySlug(String slug);

    boolean existsBySkeleton(String skeleton);

    boolean existsBySkeletonAndIdNot(String skeleton, UUID id);

    Optional<SpaceEntity> findByCreatorIdAndRequestKey(UUID creator, String requestKey);

    List<SpaceEntity> findByStateIn(Collection<State> states);

    /** Returns the spaces whose claim has expired: their worker has ended. */
    @Query(nativeQuery = true, value = """
            select * from space
            where worker is not null and worker_until < cast(unixepoch('subsec') * 1000 as integer)""")
    List<SpaceEntity> findAbandoned();

    @Modifying
    @Query(nativeQuery = true, value = """
                update space set worker = :worker, worker_until = cast(unixepoch('subsec') * 1000 as integer) + 30000
                where id = :id and (worker is null or worker = :worker
                    or worker_until < cast(unixepoch('subsec') * 1000 as integer))""")
    int claim(UUID id, String worker);

    @Modifying
    @Query(nativeQuery = true, value = """
                update space set worker_until = cast(unixepoch('subsec') * 1000 as integer) + 30000
                where id = :id and worker = :worker""")
    int renewClaim(UUID id, String worker);

    @Modifying
    @Query(
            nativeQuery = true,
            value = "update space set worker = null, worker_until = null where id = :id and worker = :worker")
    int releaseClaim(UUID id, String worker);

    @Modifying
    @Query(nativeQuery = true, value = "update space set worker = null, worker_until = null where worker is not null")
    int releaseAllClaims();

    @Query(
            "select s.id from SpaceEntity s where s.hasRetention = true and s.state = app.charla.space.Space.State.READY")
    List<UUID> findWithRetention();

    @Query("""
            select s from SpaceEntity s join SpaceMemberEntity m on m.spaceId = s.id
            where m.accountId = :account and s.state not in
                (app.charla.space.Space.State.DELETING, app.charla.space.Space.State.DELETED)
            order by s.home desc, s.createdAt""")
    List<SpaceEntity> findByMember(UUID account);

    @Query("""
            select s.id from SpaceEntity s
            join SpaceMemberEntity one on one.spaceId = s.id and one.accountId = :one
            join SpaceMemberEntity other on other.spaceId = s.id and other.accountId = :other
            where s.state = app.charla.space.Space.State.READY
            order by s.home desc, s.createdAt""")
    List<UUID> findCommon(UUID one, UUID other);
}
