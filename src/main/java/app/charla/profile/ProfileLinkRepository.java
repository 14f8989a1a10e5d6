package app.charla.profile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.Repository;

interface ProfileLinkRepository extends Repository<ProfileLinkEntity, UUID> {

    ProfileLinkEntity saveAndFlush(ProfileLinkEntity link);

    Optional<ProfileLinkEntity> findById(UUID id);

    List<ProfileLinkEntity> findByAccountIdOrderByAddedAt(UUID account);

    List<ProfileLinkEntity> findByProvedAtNotNullAndCheckedAtLessThanOrderByCheckedAt(Instant before, Limit limit);

    void delete(ProfileLinkEntity link);
}
