package app.charla.space;

import org.springframework.data.repository.Repository;

interface SpaceMemberRepository extends Repository<SpaceMemberEntity, SpaceMemberEntity.Key> {

    SpaceMemberEntity save(SpaceMemberEntity member);

    boolean existsById(SpaceMemberEntity.Key key);
}
