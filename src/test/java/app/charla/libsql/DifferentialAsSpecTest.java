package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** The same answers from a server that behaves like the specification. */
class DifferentialAsSpecTest extends DifferentialContract {

    @RegisterExtension
    final FakeHrana fake = new FakeHrana(FakeHrana.Mode.SPEC);

    @Override
    HranaServer server() {
        return fake;
    }
}
