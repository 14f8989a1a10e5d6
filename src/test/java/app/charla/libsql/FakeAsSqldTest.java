package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The driver's promises on a server that behaves like sqld. */
class FakeAsSqldTest extends DriverContract {

    @RegisterExtension
    final FakeHrana fake = new FakeHrana(FakeHrana.Mode.SQLD);

    @Override
    HranaServer server() {
        return fake;
    }
}
