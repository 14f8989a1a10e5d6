package app.charla.presence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PresenceRepository extends Repository<PresenceEntity, UUID> {

    PresenceEntity save(PresenceEntity presence);

    Optional<PresenceEntity> findById(UUID account);

    List<PresenceEntity> findByAccountIdIn(Collection<UUID> accounts);
}
