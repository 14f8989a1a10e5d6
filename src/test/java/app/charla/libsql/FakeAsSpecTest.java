package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The driver's promises on a server that behaves like the specification. */
class FakeAsSpecTest extends DriverContract {

    @RegisterExtension
    final FakeHrana fake = new FakeHrana(FakeHrana.Mode.SPEC);

    @Override
    HranaServer server() {
        return fake;
    }
}
