package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The driver's promises on the real server. */
class SqldIT extends DriverContract {

    @RegisterExtension
    final Sqld sqld = new Sqld();

    @Override
    HranaServer server() {
        return sqld;
    }
}
