package app.charla.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PasswordResetRepository extends Repository<PasswordResetEntity, UUID> {

    PasswordResetEntity save(PasswordResetEntity reset);

    Optional<PasswordResetEntity> findByTokenHash(byte[] hash);

    /** One of two who come by the same link is told 0. */
    @Modifying
    @Query("delete from PasswordResetEntity r where r.tokenHash = :hash")
    int redeem(byte[] hash);
}
