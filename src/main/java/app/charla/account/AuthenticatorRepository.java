package app.charla.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AuthenticatorRepository extends Repository<AuthenticatorEntity, UUID> {

    AuthenticatorEntity save(AuthenticatorEntity authenticator);

    Optional<AuthenticatorEntity> findById(UUID account);

    /** Marks the code of a time step as used. @return 0 if it, or a later one, was used already */
    @Modifying
    @Query("update AuthenticatorEntity a set a.lastStep = :step where a.accountId = :account and a.lastStep < :step")
    int advanceLastStep(UUID account, long step);

    @Modifying
    @Query("delete from AuthenticatorEntity a where a.accountId = :account")
    int remove(UUID account);
}
