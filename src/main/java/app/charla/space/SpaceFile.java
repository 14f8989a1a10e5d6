package app.charla.space;

import app.charla.core.AccountId;
import app.charla.space.SpaceFileSchema.Column;
import app.charla.storage.ForeignFileException;
import app.charla.storage.SpaceFiles;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A downloaded space: its database as a SQLite file, with an additional table of its people, because accounts are not in
 * the database of a space.
 */
final class SpaceFile implements AutoCloseable {

    /** The table of people, which the file has besides those of the database. */
    static final String MEMBER_TABLE = "member";

    private static final int MAX_PEOPLE = 20_000;

    /**
     * A person of the file.
     *
     * @param username empty if the account was deleted
     * @param role null for former members
     */
    record Person(
            AccountId id,
            String username,
            String name,
            @Nullable SpaceRole role) {}

    private final Connection file;

    private SpaceFile(Connection file) {
        this.file = file;
    }

    /** @throws ForeignFileException if the file cannot be read */
    static SpaceFile open(Path path) {
        try {
            return new SpaceFile(SpaceFiles.open(path));
        } catch (SQLException unreadable) {
            throw new ForeignFileException(unreadable);
        }
    }

    /** Returns all accounts that the database of the space refers to. */
    Set<AccountId> accounts() {
        return reading(() -> {
            var found = new LinkedHashSet<AccountId>();
            try (Statement statement = file.createStatement()) {
                for (Column column : SpaceFileSchema.ACCOUNT_COLUMNS) {
                    try (ResultSet rows = statement.executeQuery("SELECT DISTINCT " + column.name() + " FROM "
                            + column.table() + " WHERE " + column.name() + " IS NOT NULL")) {
                        while (rows.next()) {
                            found.add(new AccountId(uuid(rows.getBytes(1))));
                        }
                    }
                }
            }
            pairs().values().forEach(pair -> pair.forEach(one -> found.add(new AccountId(one))));
            return found;
        });
    }

    void writePeople(List<Person> people) {
        writing(() -> {
            try (Statement statement = file.createStatement()) {
                statement.execute("CREATE TABLE " + MEMBER_TABLE
                        + " (account_id BLOB PRIMARY KEY, username TEXT NOT NULL, name TEXT NOT NULL, role TEXT)");
            }
            try (PreparedStatement insert =
                    file.prepareStatement("INSERT INTO " + MEMBER_TABLE + " VALUES (?, ?, ?, ?)")) {
                for (Person person : people) {
                    insert.setBytes(1, bytes(person.id().value()));
                    insert.setString(2, person.username());
                    insert.setString(3, person.name());
                    insert.setString(
                            4, person.role() == null ? null : person.role().name());
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        });
    }

    /** @throws ForeignFileException if the table of people is missing or has more than 20,000 rows */
    List<Person> people() {
        return reading(() -> {
            var people = new ArrayList<Person>();
            try (Statement statement = file.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT account_id, username, name, role FROM "
                            + MEMBER_TABLE + " ORDER BY username LIMIT " + (MAX_PEOPLE + 1))) {
                while (rows.next()) {
                    @Nullable String role = rows.getString(4);
                    people.add(new Person(
                            new AccountId(uuid(rows.getBytes(1))),
                            text(rows.getString(2)),
                            text(rows.getString(3)),
                            role == null ? null : SpaceRole.valueOf(role)));
                }
            }
            if (people.size() > MAX_PEOPLE) {
                throw new ForeignFileException(null);
            }
            return people;
        });
    }

    /** @throws ForeignFileException if a row is malformed, or an account is missing from the table of people */
    void validate() {
        reading(() -> {
            try (Statement statement = file.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 1000");
                requireNone(statement, "sqlite_schema WHERE name = '" + MEMBER_TABLE + "' AND type <> 'table'");
                for (String malformed : SpaceFileSchema.MALFORMED_ROWS) {
                    requireNone(statement, malformed);
                }
            }
            Set<AccountId> listed = people().stream().map(Person::id).collect(Collectors.toSet());
            if (!listed.containsAll(accounts())) {
                throw new ForeignFileException(null);
            }
            return true;
        });
    }

    private static void requireNone(Statement statement, String condition) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + condition + " LIMIT 1")) {
            if (rows.next()) {
                throw new ForeignFileException(null);
            }
        }
    }

    /**
     * Replaces the accounts that the file refers to, and drops the table of people.
     *
     * @param accounts the new account of each; no two are the same
     */
    void replaceAccounts(Map<AccountId, AccountId> accounts) {
        writing(() -> {
            Map<UUID, UUID> replacements = accounts.entrySet().stream()
                    .filter(each -> !each.getKey().equals(each.getValue()))
                    .collect(Collectors.toMap(
                            each -> each.getKey().value(),
                            each -> each.getValue().value()));
            // Through temporary unused ids, so that two accounts can swap theirs without a conflict.
            Map<UUID, UUID> temporary =
                    replacements.keySet().stream().collect(Collectors.toMap(id -> id, id -> UUID.randomUUID()));
            Map<UUID, UUID> last =
                    replacements.keySet().stream().collect(Collectors.toMap(temporary::get, replacements::get));
            replace(temporary);
            replace(last);
            replacePairs(replacements);
            try (Statement statement = file.createStatement()) {
                statement.execute("DROP TABLE " + MEMBER_TABLE);
            }
        });
    }

    private void replace(Map<UUID, UUID> accounts) throws SQLException {
        try (Statement statement = file.createStatement()) {
            statement.execute("CREATE TEMP TABLE replacement (old BLOB PRIMARY KEY, new BLOB NOT NULL)");
            try (PreparedStatement insert = file.prepareStatement("INSERT INTO replacement VALUES (?, ?)")) {
                for (Map.Entry<UUID, UUID> each : accounts.entrySet()) {
                    insert.setBytes(1, bytes(each.getKey()));
                    insert.setBytes(2, bytes(each.getValue()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            for (Column column : SpaceFileSchema.ACCOUNT_COLUMNS) {
                String name = column.name();
                statement.execute(
                        "UPDATE " + column.table() + " SET " + name + " = (SELECT new FROM replacement WHERE old = "
                                + name + ") WHERE " + name + " IN (SELECT old FROM replacement)");
            }
            statement.execute("DROP TABLE replacement");
        }
    }

    private void replacePairs(Map<UUID, UUID> accounts) throws SQLException {
        Map<UUID, List<UUID>> pairs = pairs();
        try (PreparedStatement update = file.prepareStatement("UPDATE chat SET pair = ? WHERE id = ?")) {
            for (boolean temporary : new boolean[] {true, false}) { // two pairs may swap, too
                for (Map.Entry<UUID, List<UUID>> chat : pairs.entrySet()) {
                    String pair = chat.getValue().stream()
                            .map(one -> accounts.getOrDefault(one, one).toString())
                            .sorted()
                            .collect(Collectors.joining(":"));
                    update.setString(1, temporary ? chat.getKey().toString() : pair);
                    update.setBytes(2, bytes(chat.getKey()));
                    update.executeUpdate();
                }
            }
        }
    }

    /** Returns both accounts of each private chat; in the notes of one person they are the same. */
    private Map<UUID, List<UUID>> pairs() throws SQLException {
        var pairs = new LinkedHashMap<UUID, List<UUID>>();
        try (Statement statement = file.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, pair FROM chat WHERE pair IS NOT NULL")) {
            while (rows.next()) {
                pairs.put(
                        uuid(rows.getBytes(1)),
                        Stream.of(rows.getString(2).split(":", -1))
                                .map(UUID::fromString)
                                .toList());
            }
        }
        return pairs;
    }

    @FunctionalInterface
    private interface Query<T> {
        T run() throws SQLException;
    }

    @FunctionalInterface
    private interface Update {
        void run() throws SQLException;
    }

    private static <T> T reading(Query<T> query) {
        try {
            return query.run();
        } catch (SQLException | IllegalArgumentException unreadable) {
            throw new ForeignFileException(unreadable);
        }
    }

    private void writing(Update update) {
        reading(() -> {
            file.setAutoCommit(false);
            update.run();
            file.commit();
            file.setAutoCommit(true);
            return true;
        });
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private static UUID uuid(byte[] bytes) {
        if (bytes == null || bytes.length != 16) {
            throw new IllegalArgumentException("not a UUID of 16 bytes");
        }
        var buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    @Override
    public void close() {
        reading(() -> {
            file.close();
            return true;
        });
    }
}
