package app.charla.chat;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MembershipRepository extends Repository<MembershipEntity, MembershipEntity.Key> {

    MembershipEntity save(MembershipEntity member);

    Optional<MembershipEntity> findById(MembershipEntity.Key key);

    boolean existsById(MembershipEntity.Key key);

    List<MembershipEntity> findByChatIdOrderByJoinedAt(UUID chat);

    List<MembershipEntity> findByAccountId(UUID account);

    List<MembershipEntity> findByChatIdAndAccountIdIn(UUID chat, Collection<UUID> accounts);

    void delete(MembershipEntity member);
}
