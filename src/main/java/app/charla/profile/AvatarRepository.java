package app.charla.profile;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface AvatarRepository extends Repository<AvatarEntity, UUID> {

    AvatarEntity save(AvatarEntity avatar);

    Optional<AvatarEntity> findById(UUID account);

    void deleteById(UUID account);
}
