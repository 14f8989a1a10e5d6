package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults on the way to the real server. */
class SqldFaultsIT extends FaultContract {

    @RegisterExtension
    final Sqld sqld = new Sqld();

    @Override
    HranaServer server() {
        return sqld;
    }
}
