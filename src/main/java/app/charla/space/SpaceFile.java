package app.charla.space;

import app.charla.core.AccountId;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A space's database as a file that its owner takes along: who its people are stands in a table of its own, because
 * accounts are not in a space's database.
 */
final class SpaceFile implements AutoCloseable {

    /** The table that such a file has besides those of the database. */
    static final String MEMBER_TABLE = "member";

    private static final int MAX_PEOPLE = 20_000;

    /** Where an account is named. */
    private static final List<Column> ACCOUNT_COLUMNS = List.of(
            new Column("chat", "creator_id"),
            new Column("membership", "account_id"),
            new Column("message", "sender_id"),
            new Column("message", "subject_id"),
            new Column("message", "origin_sender_id"),
            new Column("reaction", "account_id"),
            new Column("mention", "account_id"),
            new Column("pin", "account_id"),
            new Column("saved", "account_id"),
            new Column("media", "uploader_id"),
            new Column("journal", "account_id"));

    /** What is always of one shape, and whose shape SQLite does not watch over. */
    private static final List<String> MALFORMED_ROWS = List.of(
            "chat WHERE typeof(id) <> 'blob' OR length(id) <> 16 OR (kind = 'PRIVATE') <> (pair IS NOT NULL)"
                    + " OR typeof(created_at) <> 'integer' OR (name IS NOT NULL AND typeof(name) <> 'text')",
            "membership WHERE typeof(account_id) <> 'blob' OR length(account_id) <> 16"
                    + " OR typeof(read_seq) <> 'integer' OR typeof(joined_at) <> 'integer'",
            "message WHERE typeof(sender_id) <> 'blob' OR length(sender_id) <> 16 OR typeof(seq) <> 'integer'"
                    + " OR seq < 0 OR typeof(text) <> 'text' OR length(text) > 1000000 OR typeof(sent_at) <> 'integer'"
                    + " OR (subject_id IS NOT NULL AND length(subject_id) <> 16)"
                    + " OR (reply_to IS NOT NULL AND typeof(reply_to) <> 'integer')"
                    + " OR (origin_sender_id IS NOT NULL AND length(origin_sender_id) <> 16)"
                    + " OR (origin_chat_id IS NOT NULL AND length(origin_chat_id) <> 16)"
                    + " OR (origin_seq IS NOT NULL AND typeof(origin_seq) <> 'integer')",
            "reaction WHERE typeof(account_id) <> 'blob' OR length(account_id) <> 16 OR typeof(emoji) <> 'text'"
                    + " OR length(emoji) > 32 OR instr(emoji, ' ') > 0 OR typeof(reacted_at) <> 'integer'",
            "mention WHERE (account_id IS NOT NULL AND length(account_id) <> 16) OR typeof(place) <> 'integer'"
                    + " OR typeof(seq) <> 'integer' OR NOT EXISTS (SELECT 1 FROM message"
                    + " WHERE id = message_id AND message.chat_id = mention.chat_id AND message.seq = mention.seq)",
            "pin WHERE typeof(account_id) <> 'blob' OR length(account_id) <> 16 OR typeof(pinned_at) <> 'integer'"
                    + " OR NOT EXISTS (SELECT 1 FROM message WHERE id = message_id AND message.chat_id = pin.chat_id)",
            "saved WHERE typeof(account_id) <> 'blob' OR length(account_id) <> 16 OR typeof(saved_at) <> 'integer'",
            "media WHERE typeof(id) <> 'blob' OR length(id) <> 16 OR typeof(uploader_id) <> 'blob'"
                    + " OR length(uploader_id) <> 16 OR typeof(content) <> 'text' OR length(content) <> 64"
                    + " OR content GLOB '*[^0-9a-f]*' OR typeof(name) <> 'text' OR length(name) NOT BETWEEN 1 AND 200"
                    + " OR instr(name, '/') > 0 OR instr(name, '\\') > 0 OR typeof(type) <> 'text' OR length(type) > 200"
                    + " OR type GLOB '*[^a-z0-9/.+-]*' OR typeof(size) <> 'integer' OR typeof(alt) <> 'text'"
                    + " OR kind NOT IN ('IMAGE', 'VIDEO', 'AUDIO', 'VOICE', 'FILE') OR typeof(uploaded_at) <> 'integer'"
                    + " OR (width IS NOT NULL AND typeof(width) <> 'integer')"
                    + " OR (height IS NOT NULL AND typeof(height) <> 'integer')"
                    + " OR (duration_millis IS NOT NULL AND typeof(duration_millis) <> 'integer')"
                    + " OR (waveform IS NOT NULL AND waveform GLOB '*[^0-9]*')"
                    + " OR (blur IS NOT NULL AND blur NOT LIKE 'data:image/%')",
            "attachment WHERE typeof(place) <> 'integer' OR typeof(seq) <> 'integer'"
                    + " OR kind NOT IN ('IMAGE', 'VIDEO', 'AUDIO', 'VOICE', 'FILE')"
                    + " OR NOT EXISTS (SELECT 1 FROM media WHERE media.id = media_id)"
                    + " OR NOT EXISTS (SELECT 1 FROM message WHERE message.id = message_id"
                    + " AND message.chat_id = attachment.chat_id AND message.seq = attachment.seq)",
            "message_version WHERE typeof(version) <> 'integer' OR typeof(text) <> 'text' OR length(text) > 1000000"
                    + " OR typeof(written_at) <> 'integer'",
            "journal WHERE length(chat_id) <> 16 OR (account_id IS NOT NULL AND length(account_id) <> 16)",
            "message WHERE id > (SELECT coalesce(max(position), 0) FROM journal)",
            "settings WHERE language NOT IN ('ES', 'EN') OR joining NOT IN ('INVITE', 'ANYONE')"
                    + " OR typeof(welcome) <> 'text' OR length(welcome) > 1000"
                    + " OR (retention_days IS NOT NULL AND retention_days NOT BETWEEN 1 AND 3650)");

    private record Column(String table, String name) {}

    /**
     * Somebody as the file tells of them.
     *
     * @param role none for who was there once
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

    /** All whom the space's database names. */
    Set<AccountId> accounts() {
        return reading(() -> {
            var found = new LinkedHashSet<AccountId>();
            try (Statement statement = file.createStatement()) {
                for (Column column : ACCOUNT_COLUMNS) {
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

    /** @throws ForeignFileException if they are not told of, or too many */
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

    /** @throws ForeignFileException if something in the file is not of its usual shape, or speaks of nobody it names */
    void validate() {
        reading(() -> {
            try (Statement statement = file.createStatement()) {
                statement.execute("PRAGMA busy_timeout = 1000");
                require(statement, "sqlite_schema WHERE name = '" + MEMBER_TABLE + "' AND type <> 'table'");
                for (String wrong : MALFORMED_ROWS) {
                    require(statement, wrong);
                }
            }
            Set<AccountId> told = people().stream().map(Person::id).collect(Collectors.toSet());
            if (!told.containsAll(accounts())) {
                throw new ForeignFileException(null);
            }
            return true;
        });
    }

    private static void require(Statement statement, String wrong) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT 1 FROM " + wrong + " LIMIT 1")) {
            if (rows.next()) {
                throw new ForeignFileException(null);
            }
        }
    }

    /**
     * Puts other accounts in the place of those that the file names, and takes the table of people out.
     *
     * @param accounts who is who; no two are the same
     */
    void replaceAccounts(Map<AccountId, AccountId> accounts) {
        writing(() -> {
            Map<UUID, UUID> others = accounts.entrySet().stream()
                    .filter(each -> !each.getKey().equals(each.getValue()))
                    .collect(Collectors.toMap(
                            each -> each.getKey().value(),
                            each -> each.getValue().value()));
            // By way of identifiers that nobody has: two who swap theirs never have the same.
            Map<UUID, UUID> away =
                    others.keySet().stream().collect(Collectors.toMap(id -> id, id -> UUID.randomUUID()));
            Map<UUID, UUID> back = others.keySet().stream().collect(Collectors.toMap(away::get, others::get));
            replace(away);
            replace(back);
            replacePairs(others);
            try (Statement statement = file.createStatement()) {
                statement.execute("DROP TABLE " + MEMBER_TABLE);
            }
        });
    }

    private void replace(Map<UUID, UUID> accounts) throws SQLException {
        try (Statement statement = file.createStatement()) {
            statement.execute("CREATE TEMP TABLE other (old BLOB PRIMARY KEY, new BLOB NOT NULL)");
            try (PreparedStatement insert = file.prepareStatement("INSERT INTO other VALUES (?, ?)")) {
                for (Map.Entry<UUID, UUID> each : accounts.entrySet()) {
                    insert.setBytes(1, bytes(each.getKey()));
                    insert.setBytes(2, bytes(each.getValue()));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            for (Column column : ACCOUNT_COLUMNS) {
                String name = column.name();
                statement.execute("UPDATE " + column.table() + " SET " + name + " = (SELECT new FROM other WHERE old = "
                        + name + ") WHERE " + name + " IN (SELECT old FROM other)");
            }
            statement.execute("DROP TABLE other");
        }
    }

    private void replacePairs(Map<UUID, UUID> accounts) throws SQLException {
        Map<UUID, List<UUID>> pairs = pairs();
        try (PreparedStatement update = file.prepareStatement("UPDATE chat SET pair = ? WHERE id = ?")) {
            for (boolean away : new boolean[] {true, false}) { // two pairs may swap, too
                for (Map.Entry<UUID, List<UUID>> chat : pairs.entrySet()) {
                    String pair = chat.getValue().stream()
                            .map(one -> accounts.getOrDefault(one, one).toString())
                            .sorted()
                            .collect(Collectors.joining(":"));
                    update.setString(1, away ? chat.getKey().toString() : pair);
                    update.setBytes(2, bytes(chat.getKey()));
                    update.executeUpdate();
                }
            }
        }
    }

    /** Both people of each private chat; a notebook names one twice. */
    private Map<UUID, List<UUID>> pairs() throws SQLException {
        var pairs = new java.util.LinkedHashMap<UUID, List<UUID>>();
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
    private interface Question<T> {
        T ask() throws SQLException;
    }

    @FunctionalInterface
    private interface Change {
        void make() throws SQLException;
    }

    private static <T> T reading(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException | IllegalArgumentException unreadable) {
            throw new ForeignFileException(unreadable);
        }
    }

    private void writing(Change change) {
        reading(() -> {
            file.setAutoCommit(false);
            change.make();
            file.commit();
            file.setAutoCommit(true);
            return true;
        });
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written;
    }

    private static UUID uuid(byte[] bytes) {
        if (bytes == null || bytes.length != 16) {
            throw new IllegalArgumentException("not an identifier");
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
