package app.charla.storage;

import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.crypto.Encryptor;
import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.hibernate.engine.jdbc.connections.spi.MultiTenantConnectionProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Pool of open space databases. A database is opened and migrated on first use; the least recently used one is closed
 * when there are too many.
 */
@Component
class SpaceDatabases implements MultiTenantConnectionProvider<SpaceId> {

    private final transient StorageProperties storage;
    private final transient ObjectProvider<DatabaseAddresses> addresses;
    private final transient Encryptor encryptor;
    private final transient Map<SpaceId, SpaceDatabase> open = new ConcurrentHashMap<>();

    /** Spaces whose file may be created if it is missing; for all others a missing file is an error. */
    private final transient Set<SpaceId> beginning = ConcurrentHashMap.newKeySet();

    SpaceDatabases(StorageProperties storage, ObjectProvider<DatabaseAddresses> addresses, Encryptor encryptor) {
        this.storage = storage;
        this.addresses = addresses;
        this.encryptor = encryptor;
    }

    @Override
    public Connection getConnection(SpaceId space) throws SQLException {
        if (space.equals(SpaceScope.NOWHERE)) {
            throw new IllegalStateException("a space's database is reached through SpaceStore only");
        }
        while (true) {
            SpaceDatabase database =
                    open.computeIfAbsent(space, id -> new SpaceDatabase("space " + id, () -> openDatabase(id)));
            Connection connection = database.connect();
            if (connection != null) {
                closeSurplus();
                return connection;
            }
            open.remove(space, database);
        }
    }

    @Override
    public void releaseConnection(SpaceId space, Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            SpaceDatabase database = open.get(space);
            if (database != null) {
                database.release();
            }
        }
    }

    private DataSource openDatabase(SpaceId space) {
        DatabaseAddress address = addresses.getObject().find(space).orElseThrow(NotFoundException::new);
        if (address.isDefault() && storage.inFiles()) {
            return SqliteFile.space(storage.spaceFile(space), beginning.contains(space));
        }
        return LibsqlServer.space(access(address));
    }

    /** URL and decrypted token of a database on a server. */
    LibsqlServer.Access access(DatabaseAddress address) {
        String token = address.token();
        return address.isDefault()
                ? new LibsqlServer.Access(storage.dbUrl(), storage.dbToken())
                : new LibsqlServer.Access(address.on(storage.dbUrl()), token == null ? "" : encryptor.decrypt(token));
    }

    private void closeSurplus() {
        if (open.size() > storage.openSpaces()) {
            open.entrySet().stream()
                    .sorted(Comparator.comparingLong(entry -> entry.getValue().lastUse()))
                    .limit(open.size() - storage.openSpaces())
                    .filter(entry -> entry.getValue().closeIfIdle())
                    .forEach(entry -> open.remove(entry.getKey(), entry.getValue()));
        }
    }

    /** Allows the database to be created where it does not exist. */
    void allowCreation(SpaceId space) {
        beginning.add(space);
        SpaceDatabase ill = open.get(space);
        if (ill != null) {
            ill.retry();
        }
    }

    /** Treats a missing database as an error from now on. */
    void requireExisting(SpaceId space) {
        beginning.remove(space);
    }

    void close(SpaceId space) {
        SpaceDatabase database = open.get(space);
        if (database != null) {
            database.close();
        }
    }

    boolean isOpen(SpaceId space) {
        SpaceDatabase database = open.get(space);
        return database != null && database.source() != null;
    }

    List<DataSource> opened() {
        return open.values().stream()
                .map(SpaceDatabase::source)
                .filter(Objects::nonNull)
                .toList();
    }

    @PreDestroy
    void close() {
        open.values().forEach(SpaceDatabase::close);
    }

    @Override
    public Connection getAnyConnection() {
        throw new IllegalStateException("there is no database without a space");
    }

    @Override
    public void releaseAnyConnection(Connection connection) throws SQLException {
        connection.close();
    }

    @Override
    public boolean supportsAggressiveRelease() {
        return false;
    }

    @Override
    public boolean isUnwrappableAs(Class<?> type) {
        return type.isInstance(this);
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        return type.cast(this);
    }
}
