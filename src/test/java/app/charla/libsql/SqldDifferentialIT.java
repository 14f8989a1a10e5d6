package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The same answers from the real server. */
class SqldDifferentialIT extends DifferentialContract {

    @RegisterExtension
    final Sqld sqld = new Sqld();

    @Override
    HranaServer server() {
        return sqld;
    }
}
