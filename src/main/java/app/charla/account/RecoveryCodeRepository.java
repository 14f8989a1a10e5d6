package app.charla.account;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RecoveryCodeRepository extends Repository<RecoveryCodeEntity, byte[]> {

    List<RecoveryCodeEntity> saveAll(Iterable<RecoveryCodeEntity> codes);

    int countByAccountId(UUID account);

    /** Deletes a code so that it works once. @return 0 if there is no such code any more */
    @Modifying
    @Query("delete from RecoveryCodeEntity c where c.accountId = :account and c.codeHash = :hash")
    int redeem(UUID account, byte[] hash);

    @Modifying
    @Query("delete from RecoveryCodeEntity c where c.accountId = :account")
    int removeAll(UUID account);
}
