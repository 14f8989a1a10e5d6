package app.charla.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface SessionOriginRepository extends Repository<SessionOriginEntity, UUID> {

    SessionOriginEntity save(SessionOriginEntity origin);

    Optional<SessionOriginEntity> findById(UUID session);
}
