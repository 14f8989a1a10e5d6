package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The same answers from a server that behaves like sqld. */
class DifferentialAsSqldTest extends DifferentialContract {

    @RegisterExtension
    final FakeHrana fake = new FakeHrana(FakeHrana.Mode.SQLD);

    @Override
    HranaServer server() {
        return fake;
    }
}
