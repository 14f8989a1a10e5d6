package app.charla.account;

import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
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

    boolean existsByIdAndWaitingFalse(UUID id);

    @Query("select a from AccountEntity a where a.waiting = true order by a.createdAt")
    List<AccountEntity> findWaiting();

    /** Lets a waiting account in; returns 0 if it does not wait. */
    @Modifying
    @Query(
            "update AccountEntity a set a.waiting = false, a.version = a.version + 1 where a.id = :id and a.waiting = true")
    int accept(UUID id);

    /** Deletes a waiting account, and what refers to it; returns 0 if it does not wait. */
    @Modifying(flushAutomatically = true) // what was recorded of it must not come after it is gone
    @Query("delete from AccountEntity a where a.id = :id and a.waiting = true")
    int refuse(UUID id);

    boolean existsByIdAndAdministratorTrue(UUID id);

    @Query("select count(a) > 0 from AccountEntity a where a.administrator = true")
    boolean hasAdministrator();

    @Query("select a from AccountEntity a where a.administrator = true order by a.username")
    List<AccountEntity> findAdministrators();

    /** Returns whether other people have accounts, of which none is an administrator. */
    @Query("""
            select count(a) > 0 from AccountEntity a
            where a.id <> :id and a.dormant = false and a.waiting = false
              and not exists (select o from AccountEntity o where o.administrator = true and o.id <> :id)""")
    boolean dependOn(UUID id);

    /** Takes the role from an administrator; returns 0 if there is no other, also when two are dismissed at once. */
    @Modifying
    @Query("""
            update AccountEntity a set a.administrator = false, a.version = a.version + 1
            where a.id = :id and a.administrator = true
              and exists (select o from AccountEntity o where o.administrator = true and o.id <> :id)""")
    int dismiss(UUID id);

    /** @param pattern of a {@link SearchName} */
    @Query("select a from AccountEntity a where a.waiting = false and a.searchName like :pattern order by a.username")
    List<AccountEntity> search(String pattern, Limit limit);

    boolean existsByNamesFormLessThan(int form);

    /** The accounts after an identifier whose names were stored under older rules, by identifier. */
    @Query("select a from AccountEntity a where a.id > :after and a.namesForm < :form order by a.id")
    List<AccountEntity> findStale(UUID after, int form, Limit limit);
}
