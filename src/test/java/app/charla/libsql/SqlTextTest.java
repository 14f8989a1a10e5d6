package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.libsql.SqlText.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SELECT 1                                                    | READ
            /* c */ values (1)                                          | READ
            -- c                                                        |
            EXPLAIN DELETE FROM t                                       | READ
            WITH a AS (SELECT 1) SELECT * FROM a                        | READ
            WITH a AS (SELECT 1) INSERT INTO t SELECT * FROM a          | INSERT
            WITH RECURSIVE a(b) AS (VALUES (1)) DELETE FROM t           | CHANGE
            WITH replace AS (SELECT 1) SELECT 1                         | INSERT
            REPLACE INTO t VALUES (1)                                   | INSERT
            UPDATE t SET a = 1                                          | CHANGE
            PRAGMA foreign_keys                                         | READ
            PRAGMA main.user_version                                    | READ
            PRAGMA table_info(t)                                        | READ
            PRAGMA foreign_keys = 1                                     | OTHER
            PRAGMA foreign_keys(1)                                      | OTHER
            CREATE TABLE t (a)                                          | SCHEMA
            BEGIN IMMEDIATE                                             | BEGIN
            END                                                         | COMMIT
            ROLLBACK                                                    | ROLLBACK
            ROLLBACK TO x                                               | SAVEPOINT
            RELEASE x                                                   | SAVEPOINT
            VACUUM                                                      | OTHER
            """)
    void knowsWhatAStatementDoes(String sql, Kind kind) {
        assertThat(SqlText.parse(sql)).extracting(SqlText::kind).isEqualTo(kind == null ? List.of() : List.of(kind));
    }

    @Test
    void splitsWhereStatementsEnd() {
        assertThat(sqls("SELECT ';', \";\", `;`, [;] -- ;\n; /* ; */ ;; SELECT 'it''s;'; "))
                .containsExactly("SELECT ';', \";\", `;`, [;] -- ;", "SELECT 'it''s;'");
        String trigger =
                "CREATE TEMP TRIGGER x AFTER INSERT ON t BEGIN SELECT CASE WHEN 1 THEN 2 END; DELETE FROM t; END";
        assertThat(sqls(trigger + "; SELECT 1")).containsExactly(trigger, "SELECT 1");
        assertThat(sqls("BEGIN; SELECT 1; END;")).containsExactly("BEGIN", "SELECT 1", "END");
        assertThat(sqls("SELECT 'unclosed")).containsExactly("SELECT 'unclosed");
    }

    private static List<String> sqls(String text) {
        return SqlText.parse(text).stream().map(SqlText::sql).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SELECT ?, ?              | 2
            SELECT '?', "?", [?]     | 0
            SELECT ?3, ?             | 4
            SELECT :a, @b, $c, :a    | 3
            SELECT ?2, :x, ?1        | 3
            SELECT 1 -- ?            | 0
            """)
    void countsParameters(String sql, int expected) {
        assertThat(SqlText.parse(sql).getFirst().parameters()).isEqualTo(expected);
    }

    @Test
    void addsReturningOnlyToInsertsThatTakeIt() {
        SqlText insert = SqlText.parse("INSERT INTO t VALUES (1) -- c").getFirst();
        assertThat(insert.returning(List.of("a\"b")).sql())
                .isEqualTo("INSERT INTO t VALUES (1) -- c\nRETURNING \"a\"\"b\"");
        SqlText has = SqlText.parse("INSERT INTO t VALUES (1) RETURNING *").getFirst();
        assertThat(has.returning(List.of("a"))).isEqualTo(has);
        SqlText select = SqlText.parse("SELECT 1").getFirst();
        assertThat(select.returning(List.of("a"))).isEqualTo(select);
    }
}
