package app.charla.account;

import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BlockRepository extends Repository<BlockEntity, BlockEntity.Key> {

    BlockEntity save(BlockEntity block);

    /** The blocks that an account made and those that others made against it, oldest first. */
    @Query("""
            select block from BlockEntity block
            where block.blockerId = :account or block.blockedId = :account
            order by block.blockedAt""")
    List<BlockEntity> findAllInvolving(UUID account);

    @Modifying
    @Query("delete from BlockEntity block where block.blockerId = :blocker and block.blockedId = :blocked")
    int delete(UUID blocker, UUID blocked);
}
