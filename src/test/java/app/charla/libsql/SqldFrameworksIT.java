package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Frameworks on the real server. */
class SqldFrameworksIT extends FrameworkContract {

    @RegisterExtension
    final Sqld sqld = new Sqld();

    @Override
    HranaServer server() {
        return sqld;
    }
}
