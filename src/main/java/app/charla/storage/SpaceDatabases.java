package app.charla.storage;

import app.charla.core.SpaceId;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.AbstractDataSourceBasedMultiTenantConnectionProviderImpl;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The open databases of the spaces. A database is opened, and migrated, when it is first asked for. */
@Component
class SpaceDatabases extends AbstractDataSourceBasedMultiTenantConnectionProviderImpl<SpaceId> {

    /** One for the writer, the others for readers. */
    private static final int CONNECTIONS = 8;

    private final transient StorageProperties storage;
    private final transient Map<SpaceId, DataSource> open = new ConcurrentHashMap<>();

    SpaceDatabases(StorageProperties storage) {
        this.storage = storage;
    }

    @Override
    protected DataSource selectAnyDataSource() {
        throw new IllegalStateException("there is no database without a space");
    }

    @Override
    protected DataSource selectDataSource(SpaceId space) {
        if (space.equals(SpaceScope.NOWHERE)) {
            throw new IllegalStateException("a space's database is reached through SpaceStore only");
        }
        return open.computeIfAbsent(space, this::open);
    }

    private DataSource open(SpaceId space) {
        return storage.inFiles()
                ? SqliteFile.open(storage.spacesFolder().resolve(space + ".db"), "classpath:db/space", CONNECTIONS)
                : LibsqlServer.space(storage.dbUrl(), storage.dbToken());
    }

    void close(SpaceId space) {
        close(open.remove(space));
    }

    private static void close(@Nullable DataSource database) {
        if (database instanceof HikariDataSource pool) {
            pool.close();
        }
    }

    List<DataSource> opened() {
        return List.copyOf(open.values());
    }

    @PreDestroy
    void close() {
        open.values().forEach(SpaceDatabases::close);
        open.clear();
    }
}
