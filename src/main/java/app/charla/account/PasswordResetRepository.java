package app.charla.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PasswordResetRepository extends Repository<PasswordResetEntity, UUID> {

    PasswordResetEntity save(PasswordResetEntity reset);

    Optional<PasswordResetEntity> findByTokenHash(byte[] hash);

    /** Deletes a token so that it works once. @return 0 if there is no such token any more */
    @Modifying
    @Query("delete from PasswordResetEntity r where r.tokenHash = :hash")
    int redeem(byte[] hash);
}
