package app.charla.account;

import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RegistrationRepository extends Repository<RegistrationEntity, Integer> {

    Optional<RegistrationEntity> findById(int id);

    /** Sets the setup code unless there is one, so that all nodes agree on the first. */
    @Modifying
    @Query("update RegistrationEntity r set r.setupCodeHash = :hash where r.setupCodeHash is null")
    int offerSetupCode(byte[] hash);

    @Modifying
    @Query("update RegistrationEntity r set r.setupCodeHash = :hash")
    int replaceSetupCode(byte[] hash);

    /** Uses the setup code up; returns 0 if it is another one, was used, or there is an administrator. */
    @Modifying
    @Query("""
            update RegistrationEntity r set r.setupCodeHash = null where r.setupCodeHash = :hash
              and not exists (select a from AccountEntity a where a.administrator = true)""")
    int redeemSetupCode(byte[] hash);
}
