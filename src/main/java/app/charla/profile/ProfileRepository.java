package app.charla.profile;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ProfileRepository extends Repository<ProfileEntity, UUID> {

    ProfileEntity save(ProfileEntity profile);

    Optional<ProfileEntity> findById(UUID account);
}
