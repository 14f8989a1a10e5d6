package app.charla.media;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MediaUsageRepository extends Repository<MediaUsageEntity, UUID> {

    Optional<MediaUsageEntity> findById(UUID uploader);

    /** The bytes of all media of the space: a sum over people, not over media. */
    @Query("select coalesce(sum(each.bytes), 0) from MediaUsageEntity each")
    long sum();
}
