package app.charla.personaldata;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface DeletionRepository extends Repository<DeletionEntity, UUID> {

    DeletionEntity save(DeletionEntity deletion);

    Optional<DeletionEntity> findById(UUID account);

    List<DeletionEntity> findByDueAtLessThanEqual(Instant now);

    void deleteById(UUID account);
}
