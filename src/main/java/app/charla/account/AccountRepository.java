package app.charla.account;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface AccountRepository extends Repository<AccountEntity, UUID> {

    AccountEntity saveAndFlush(AccountEntity account);

    void delete(AccountEntity account);

    Optional<AccountEntity> findById(UUID id);

    /** Increments the version, so that two transactions that load the same account this way cannot both commit. */
    @Lock(LockModeType.OPTIMISTIC_FORCE_INCREMENT)
    @Query("select a from AccountEntity a where a.id = :id")
    Optional<AccountEntity> findForChange(UUID id);

    List<AccountEntity> findByIdIn(Collection<UUID> ids);

    boolean existsBySkeleton(String skeleton);

    Optional<AccountEntity> findBySkeleton(String skeleton);

    List<AccountEntity> findBySkeletonIn(Collection<String> skeletons);

    List<AccountEntity> findByEmailOrderByCreatedAt(String email, Limit limit);

    List<AccountEntity> findByEmailAndPasswordHashNotOrderByCreatedAt(String email, String hash, Limit limit);

    @Query("""
            select a from AccountEntity a
            where a.username like :beginning escape '\\' or a.name like :beginning escape '\\'
               or a.name like :word escape '\\'
            order by a.username""")
    List<AccountEntity> search(String beginning, String word, Limit limit);
}
