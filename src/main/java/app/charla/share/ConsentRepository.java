package app.charla.share;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ConsentRepository extends Repository<ConsentEntity, ConsentEntity.Key> {

    ConsentEntity save(ConsentEntity consent);

    Optional<ConsentEntity> findById(ConsentEntity.Key key);

    int countByShareIdAndAgreedAtIsNull(UUID share);
}
