package app.charla.account;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AuthenticatorRepository extends Repository<AuthenticatorEntity, UUID> {

    AuthenticatorEntity save(AuthenticatorEntity authenticator);

    Optional<AuthenticatorEntity> findById(UUID account);

    /** One of two who come with the same code is told 0. */
    @Modifying
    @Query("update AuthenticatorEntity a set a.lastStep = :step where a.accountId = :account and a.lastStep < :step")
    int advanceLastStep(UUID account, long step);

    @Modifying
    @Query("delete from AuthenticatorEntity a where a.accountId = :account")
    int remove(UUID account);
}
