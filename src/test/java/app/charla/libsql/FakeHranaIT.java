package app.charla.libsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fake is as good as a server to the clients that Turso publishes. */
class FakeHranaIT {

    private static final List<String> CLIENTS = List.of("@tursodatabase/serverless@1.4.0", "@libsql/client@0.15.15");

    private static final String SCRIPT = """
            import assert from 'node:assert';
            import { connect } from '@tursodatabase/serverless';
            import { createClient } from '@libsql/client/http';

            const url = process.argv[2];
            const db = connect({ url });
            await db.run('CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT UNIQUE, b REAL, c BLOB)');
            await db.run('INSERT INTO t (a, b, c) VALUES (?, ?, ?)', 'x', 1.5, new Uint8Array([1, 255]));
            const rows = await (await db.prepare('SELECT * FROM t WHERE a = ?')).all(['x']);
            assert.equal(rows.length, 1);
            assert.equal(rows[0].b, 1.5);
            assert.equal(rows[0].c[1], 255);
            await db.batch(["INSERT INTO t (a) VALUES ('y')", "INSERT INTO t (a) VALUES ('z')"]);
            await assert.rejects(() => db.run("INSERT INTO t (a) VALUES ('x')"), /UNIQUE constraint failed/);
            await assert.rejects(() => db.all('SELECT * FROM nope'), /no such table/);
            await assert.rejects(() => db.all('SELEC 1'));
            let streamed = 0;
            for await (const row of (await db.prepare('SELECT * FROM t')).iterate()) streamed += row ? 1 : 0;
            assert.equal(streamed, 3);
            await assert.rejects(() => db.transaction(async () => {
              await db.run("INSERT INTO t (a) VALUES ('never')");
              throw new Error('on purpose');
            })(), /on purpose/);
            assert.equal((await (await db.prepare('SELECT count(*) AS n FROM t')).get()).n, 3);

            const old = createClient({ url });
            const tx = await old.transaction('write');
            await tx.execute("INSERT INTO t (a) VALUES ('rolled back')");
            await tx.rollback();
            const kept = await old.transaction('write');
            await kept.execute({ sql: 'INSERT INTO t (a) VALUES (?)', args: ['kept'] });
            await kept.commit();
            await old.batch([{ sql: 'UPDATE t SET b = ? WHERE a = ?', args: [2, 'kept'] }], 'write');
            const all = await old.execute('SELECT a, b FROM t ORDER BY id');
            assert.deepEqual(all.rows.map((row) => row.a), ['x', 'y', 'z', 'kept']);
            assert.equal(all.rows[3].b, 2);
            await old.executeMultiple("DELETE FROM t WHERE a = 'y'; DELETE FROM t WHERE a = 'z';");
            assert.equal((await old.execute('SELECT count(*) AS n FROM t')).rows[0].n, 2);
            """;

    /** Started by hand, because its mode changes. */
    @ParameterizedTest
    @EnumSource
    void satisfiesTheOfficialClients(FakeHrana.Mode mode) throws IOException, InterruptedException {
        Path home = Npm.install("clients", CLIENTS.toArray(String[]::new));
        Path script = Files.writeString(home.resolve("check.mjs"), SCRIPT);
        FakeHrana fake = new FakeHrana(mode);
        fake.start();
        try {
            Path log = home.resolve("check.log");
            Process node = new ProcessBuilder(
                            "node", script.toString(), fake.wire().url())
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            assertThat(node.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(node.exitValue()).as(Files.readString(log)).isZero();
        } finally {
            fake.stop();
        }
    }
}
