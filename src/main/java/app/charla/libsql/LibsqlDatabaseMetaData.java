package app.charla.libsql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.RowIdLifetime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Database metadata. The server is queried only for the schema, once per call however many tables it has. The product
 * name is SQLite, because tools know how to talk to it.
 */
final class LibsqlDatabaseMetaData extends SqliteCapabilities {

    private static final int MAJOR = 3;
    private static final int MINOR = 45;
    private static final String IS_LIKE = " LIKE ? ESCAPE '\\'";

    private final LibsqlConnection connection;

    LibsqlDatabaseMetaData(LibsqlConnection connection) {
        this.connection = connection;
    }

    // Who we are

    @Override
    public Connection getConnection() {
        return connection;
    }

    @Override
    public String getURL() {
        return connection.session().client().options().jdbcUrl();
    }

    @Override
    public String getUserName() {
        return "";
    }

    @Override
    public String getDatabaseProductName() {
        return "SQLite";
    }

    /** The version libSQL has been built on since 2024; asking would cost a round trip at every start. */
    @Override
    public String getDatabaseProductVersion() {
        return MAJOR + "." + MINOR + ".0";
    }

    @Override
    public int getDatabaseMajorVersion() {
        return MAJOR;
    }

    @Override
    public int getDatabaseMinorVersion() {
        return MINOR;
    }

    @Override
    public String getDriverName() {
        return "Charla libSQL driver";
    }

    @Override
    public String getDriverVersion() {
        return getDriverMajorVersion() + "." + getDriverMinorVersion();
    }

    @Override
    public int getDriverMajorVersion() {
        return 0;
    }

    @Override
    public int getDriverMinorVersion() {
        return 1;
    }

    @Override
    public int getJDBCMajorVersion() {
        return 4;
    }

    @Override
    public int getJDBCMinorVersion() {
        return 3;
    }

    @Override
    public boolean isReadOnly() {
        return connection.session().readOnly();
    }

    // Its language

    @Override
    public String getIdentifierQuoteString() {
        return "\"";
    }

    @Override
    public String getExtraNameCharacters() {
        return "";
    }

    @Override
    public String getSearchStringEscape() {
        return "\\";
    }

    @Override
    public String getSQLKeywords() {
        return "ABORT,ATTACH,AUTOINCREMENT,CONFLICT,DETACH,EXCLUSIVE,EXPLAIN,FAIL,GLOB,IGNORE,INDEX,INDEXED,INSTEAD,"
                + "ISNULL,NOTNULL,OFFSET,PLAN,PRAGMA,QUERY,RAISE,REGEXP,REINDEX,RENAME,REPLACE,TEMP,VACUUM,VIRTUAL";
    }

    @Override
    public String getNumericFunctions() {
        return "abs,ceil,exp,floor,ln,log,max,min,mod,pow,random,round,sign,sqrt,trunc";
    }

    @Override
    public String getStringFunctions() {
        return "char,glob,hex,instr,length,like,lower,ltrim,printf,quote,replace,rtrim,substr,trim,unicode,upper";
    }

    @Override
    public String getSystemFunctions() {
        return "changes,coalesce,ifnull,iif,last_insert_rowid,nullif,total_changes,typeof";
    }

    @Override
    public String getTimeDateFunctions() {
        return "date,datetime,julianday,strftime,time,timediff,unixepoch";
    }

    @Override
    public String getCatalogTerm() {
        return "catalog";
    }

    @Override
    public String getSchemaTerm() {
        return "schema";
    }

    @Override
    public String getProcedureTerm() {
        return "procedure";
    }

    @Override
    public String getCatalogSeparator() {
        return ".";
    }

    @Override
    public int getSQLStateType() {
        return sqlStateSQL;
    }

    @Override
    public RowIdLifetime getRowIdLifetime() {
        return RowIdLifetime.ROWID_UNSUPPORTED;
    }

    @Override
    public int getDefaultTransactionIsolation() {
        return Connection.TRANSACTION_SERIALIZABLE;
    }

    @Override
    public boolean supportsTransactionIsolationLevel(int level) {
        return level == Connection.TRANSACTION_SERIALIZABLE;
    }

    @Override
    public int getResultSetHoldability() {
        return ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    @Override
    public boolean supportsResultSetHoldability(int holdability) {
        return holdability == ResultSet.CLOSE_CURSORS_AT_COMMIT;
    }

    @Override
    public boolean supportsResultSetType(int type) {
        return type == ResultSet.TYPE_FORWARD_ONLY;
    }

    @Override
    public boolean supportsResultSetConcurrency(int type, int concurrency) {
        return supportsResultSetType(type) && concurrency == ResultSet.CONCUR_READ_ONLY;
    }

    // Its schema

    @Override
    public ResultSet getTables(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, String @Nullable [] types)
            throws SQLException {
        List<@Nullable Object[]> found = ask("""
                SELECT NULL, NULL, name, CASE WHEN name LIKE 'sqlite\\_%' ESCAPE '\\' THEN 'SYSTEM TABLE'
                  ELSE upper(type) END AS kind, NULL, NULL, NULL, NULL, NULL, NULL
                FROM sqlite_schema WHERE type IN ('table', 'view') AND name""" + IS_LIKE + " ORDER BY kind, name", pattern(table));
        found.removeIf(row -> types != null && !Arrays.asList(types).contains(row[3]));
        return rows(
                "TABLE_CAT,TABLE_SCHEM,TABLE_NAME,TABLE_TYPE,REMARKS,TYPE_CAT,TYPE_SCHEM,TYPE_NAME,"
                        + "SELF_REFERENCING_COL_NAME,REF_GENERATION",
                found);
    }

    @Override
    public ResultSet getColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column)
            throws SQLException {
        List<@Nullable Object[]> found = ask(
                """
                SELECT m.name, c.name, c.type, c."notnull", c.dflt_value, c.cid + 1, c.pk, c.hidden
                FROM sqlite_schema AS m, pragma_table_xinfo(m.name) AS c
                WHERE m.type IN ('table', 'view') AND c.hidden <> 1 AND m.name""" + IS_LIKE + " AND c.name" + IS_LIKE + " ORDER BY m.name, c.cid", pattern(table), pattern(column));
        return rows(
                "TABLE_CAT,TABLE_SCHEM,TABLE_NAME,COLUMN_NAME,DATA_TYPE,TYPE_NAME,COLUMN_SIZE,BUFFER_LENGTH,"
                        + "DECIMAL_DIGITS,NUM_PREC_RADIX,NULLABLE,REMARKS,COLUMN_DEF,SQL_DATA_TYPE,SQL_DATETIME_SUB,"
                        + "CHAR_OCTET_LENGTH,ORDINAL_POSITION,IS_NULLABLE,SCOPE_CATALOG,SCOPE_SCHEMA,SCOPE_TABLE,"
                        + "SOURCE_DATA_TYPE,IS_AUTOINCREMENT,IS_GENERATEDCOLUMN",
                found.stream().map(LibsqlDatabaseMetaData::columnRow).toList());
    }

    private static @Nullable Object[] columnRow(@Nullable Object[] found) {
        String declared = (String) found[2];
        boolean nullable = Long.valueOf(0).equals(found[3]);
        boolean generated = found[7] instanceof Long hidden && hidden > 1;
        long size = SqlTypes.size(declared);
        return new @Nullable Object[] {
            null,
            null,
            found[0],
            found[1],
            (long) SqlTypes.code(declared),
            SqlTypes.name(declared),
            size == 0 ? 2_000_000_000L : size,
            null,
            (long) SqlTypes.scale(declared),
            10L,
            nullable ? 1L : 0L,
            null,
            found[4],
            null,
            null,
            size,
            found[5],
            nullable ? "YES" : "NO",
            null,
            null,
            null,
            null,
            "",
            generated ? "YES" : "NO"
        };
    }

    @Override
    public ResultSet getPrimaryKeys(@Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        return rows(
                "TABLE_CAT,TABLE_SCHEM,TABLE_NAME,COLUMN_NAME,KEY_SEQ,PK_NAME",
                ask(
                        "SELECT NULL, NULL, ?, name, pk, NULL FROM pragma_table_info(?) WHERE pk > 0 ORDER BY name",
                        table,
                        table));
    }

    @Override
    public ResultSet getIndexInfo(
            @Nullable String catalog, @Nullable String schema, String table, boolean unique, boolean approximate)
            throws SQLException {
        return rows(
                "TABLE_CAT,TABLE_SCHEM,TABLE_NAME,NON_UNIQUE,INDEX_QUALIFIER,INDEX_NAME,TYPE,ORDINAL_POSITION,"
                        + "COLUMN_NAME,ASC_OR_DESC,CARDINALITY,PAGES,FILTER_CONDITION",
                ask("""
                        SELECT NULL, NULL, ?, i."unique" = 0, NULL, i.name, 3, c.seqno + 1, c.name,
                          CASE c."desc" WHEN 1 THEN 'D' ELSE 'A' END, 0, 0, NULL
                        FROM pragma_index_list(?) AS i, pragma_index_xinfo(i.name) AS c
                        WHERE c.key = 1 AND (i."unique" OR NOT ?) ORDER BY i."unique" = 0, i.name, c.seqno""", table, table, unique ? 1L : 0L));
    }

    private static final String KEY_COLUMNS = "PKTABLE_CAT,PKTABLE_SCHEM,PKTABLE_NAME,PKCOLUMN_NAME,FKTABLE_CAT,"
            + "FKTABLE_SCHEM,FKTABLE_NAME,FKCOLUMN_NAME,KEY_SEQ,UPDATE_RULE,DELETE_RULE,FK_NAME,PK_NAME,DEFERRABILITY";

    /** A reference that names no columns means the primary key. */
    private static final String KEYS = """
            SELECT NULL, NULL, f."table", coalesce(f."to",
                (SELECT p.name FROM pragma_table_info(f."table") AS p WHERE p.pk = f.seq + 1)),
              NULL, NULL, m.name, f."from", f.seq + 1,
              CASE f.on_update WHEN 'CASCADE' THEN 0 WHEN 'RESTRICT' THEN 1 WHEN 'SET NULL' THEN 2
                WHEN 'SET DEFAULT' THEN 4 ELSE 3 END,
              CASE f.on_delete WHEN 'CASCADE' THEN 0 WHEN 'RESTRICT' THEN 1 WHEN 'SET NULL' THEN 2
                WHEN 'SET DEFAULT' THEN 4 ELSE 3 END,
              NULL, NULL, 7
            FROM sqlite_schema AS m, pragma_foreign_key_list(m.name) AS f
            WHERE m.type = 'table' AND\s""";

    @Override
    public ResultSet getImportedKeys(@Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        return rows(KEY_COLUMNS, ask(KEYS + "lower(m.name) = lower(?) ORDER BY f.\"table\", f.id, f.seq", table));
    }

    @Override
    public ResultSet getExportedKeys(@Nullable String catalog, @Nullable String schema, String table)
            throws SQLException {
        return rows(KEY_COLUMNS, ask(KEYS + "lower(f.\"table\") = lower(?) ORDER BY m.name, f.id, f.seq", table));
    }

    @Override
    public ResultSet getCrossReference(
            @Nullable String parentCatalog,
            @Nullable String parentSchema,
            String parentTable,
            @Nullable String foreignCatalog,
            @Nullable String foreignSchema,
            String foreignTable)
            throws SQLException {
        return rows(
                KEY_COLUMNS,
                ask(
                        KEYS + "lower(f.\"table\") = lower(?) AND lower(m.name) = lower(?) ORDER BY f.id, f.seq",
                        parentTable,
                        foreignTable));
    }

    @Override
    public ResultSet getTableTypes() {
        List<@Nullable Object[]> types = new ArrayList<>();
        for (String type : List.of("SYSTEM TABLE", "TABLE", "VIEW")) {
            types.add(new @Nullable Object[] {type});
        }
        return rows("TABLE_TYPE", types);
    }

    @Override
    public ResultSet getTypeInfo() {
        List<@Nullable Object[]> types = new ArrayList<>();
        for (String name : List.of("BIGINT", "BLOB", "DOUBLE", "VARCHAR", "NUMERIC")) {
            var row = new @Nullable Object[18];
            row[0] = name;
            row[1] = (long) SqlTypes.code(name);
            row[6] = (long) typeNullable;
            row[7] = 1L;
            row[8] = (long) typeSearchable;
            row[17] = 10L;
            types.add(row);
        }
        return rows(
                "TYPE_NAME,DATA_TYPE,PRECISION,LITERAL_PREFIX,LITERAL_SUFFIX,CREATE_PARAMS,NULLABLE,CASE_SENSITIVE,"
                        + "SEARCHABLE,UNSIGNED_ATTRIBUTE,FIXED_PREC_SCALE,AUTO_INCREMENT,LOCAL_TYPE_NAME,"
                        + "MINIMUM_SCALE,MAXIMUM_SCALE,SQL_DATA_TYPE,SQL_DATETIME_SUB,NUM_PREC_RADIX",
                types);
    }

    // What SQLite has none of

    @Override
    public ResultSet getCatalogs() {
        return rows("TABLE_CAT", List.of());
    }

    @Override
    public ResultSet getSchemas() {
        return rows("TABLE_SCHEM,TABLE_CATALOG", List.of());
    }

    @Override
    public ResultSet getSchemas(@Nullable String catalog, @Nullable String schema) {
        return getSchemas();
    }

    @Override
    public ResultSet getProcedures(@Nullable String catalog, @Nullable String schema, @Nullable String name) {
        return rows(
                "PROCEDURE_CAT,PROCEDURE_SCHEM,PROCEDURE_NAME,R1,R2,R3,REMARKS,PROCEDURE_TYPE,SPECIFIC_NAME",
                List.of());
    }

    @Override
    public ResultSet getProcedureColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String name, @Nullable String column) {
        return rows("PROCEDURE_CAT,PROCEDURE_SCHEM,PROCEDURE_NAME,COLUMN_NAME,COLUMN_TYPE,DATA_TYPE", List.of());
    }

    @Override
    public ResultSet getFunctions(@Nullable String catalog, @Nullable String schema, @Nullable String name) {
        return rows("FUNCTION_CAT,FUNCTION_SCHEM,FUNCTION_NAME,REMARKS,FUNCTION_TYPE,SPECIFIC_NAME", List.of());
    }

    @Override
    public ResultSet getFunctionColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String name, @Nullable String column) {
        return rows("FUNCTION_CAT,FUNCTION_SCHEM,FUNCTION_NAME,COLUMN_NAME,COLUMN_TYPE,DATA_TYPE", List.of());
    }

    @Override
    public ResultSet getColumnPrivileges(
            @Nullable String catalog, @Nullable String schema, String table, @Nullable String column) {
        return rows("TABLE_CAT,TABLE_SCHEM,TABLE_NAME,COLUMN_NAME,GRANTOR,GRANTEE,PRIVILEGE,IS_GRANTABLE", List.of());
    }

    @Override
    public ResultSet getTablePrivileges(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
        return rows("TABLE_CAT,TABLE_SCHEM,TABLE_NAME,GRANTOR,GRANTEE,PRIVILEGE,IS_GRANTABLE", List.of());
    }

    @Override
    public ResultSet getBestRowIdentifier(
            @Nullable String catalog, @Nullable String schema, String table, int scope, boolean nullable) {
        return rows("SCOPE,COLUMN_NAME,DATA_TYPE,TYPE_NAME,COLUMN_SIZE,R1,DECIMAL_DIGITS,PSEUDO_COLUMN", List.of());
    }

    @Override
    public ResultSet getVersionColumns(@Nullable String catalog, @Nullable String schema, String table) {
        return rows("SCOPE,COLUMN_NAME,DATA_TYPE,TYPE_NAME,COLUMN_SIZE,R1,DECIMAL_DIGITS,PSEUDO_COLUMN", List.of());
    }

    @Override
    public ResultSet getUDTs(
            @Nullable String catalog, @Nullable String schema, @Nullable String name, int @Nullable [] types) {
        return rows("TYPE_CAT,TYPE_SCHEM,TYPE_NAME,CLASS_NAME,DATA_TYPE,REMARKS,BASE_TYPE", List.of());
    }

    @Override
    public ResultSet getSuperTypes(@Nullable String catalog, @Nullable String schema, @Nullable String name) {
        return rows("TYPE_CAT,TYPE_SCHEM,TYPE_NAME,SUPERTYPE_CAT,SUPERTYPE_SCHEM,SUPERTYPE_NAME", List.of());
    }

    @Override
    public ResultSet getSuperTables(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
        return rows("TABLE_CAT,TABLE_SCHEM,TABLE_NAME,SUPERTABLE_NAME", List.of());
    }

    @Override
    public ResultSet getAttributes(
            @Nullable String catalog, @Nullable String schema, @Nullable String type, @Nullable String attribute) {
        return rows("TYPE_CAT,TYPE_SCHEM,TYPE_NAME,ATTR_NAME,DATA_TYPE,ATTR_TYPE_NAME,ATTR_SIZE", List.of());
    }

    @Override
    public ResultSet getClientInfoProperties() {
        return rows("NAME,MAX_LEN,DEFAULT_VALUE,DESCRIPTION", List.of());
    }

    @Override
    public ResultSet getPseudoColumns(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column) {
        return rows("TABLE_CAT,TABLE_SCHEM,TABLE_NAME,COLUMN_NAME,DATA_TYPE,COLUMN_SIZE,COLUMN_USAGE", List.of());
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return Wrapping.unwrap(this, type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return type.isInstance(this);
    }

    private static String pattern(@Nullable String pattern) {
        return pattern == null ? "%" : pattern;
    }

    private List<@Nullable Object[]> ask(String sql, @Nullable Object... args) throws SQLException {
        connection.requireOpen();
        Session session = connection.session();
        Command command = Command.of(SqlText.parse(sql).getFirst(), Arrays.asList(args));
        return new ArrayList<>(session.run(List.of(command), session.call(Duration.ZERO))
                .getFirst()
                .rows());
    }

    private static ResultSet rows(String names, List<@Nullable Object[]> rows) {
        List<Column> columns = Arrays.stream(names.split(",", -1))
                .map(name -> new Column(name, typeOf(name)))
                .toList();
        return new LibsqlResultSet(null, Rows.of(new StmtResult(columns, rows, 0, null)), 0);
    }

    private static String typeOf(String name) {
        boolean number = name.endsWith("_TYPE") && !name.equals("TABLE_TYPE") || name.endsWith("POSITION");
        return number ? "INTEGER" : "VARCHAR";
    }
}
