package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of a server that otherwise behaves like the specification. */
class FaultsAsSpecTest extends FaultContract {

    @RegisterExtension
    final FakeHrana fake = new FakeHrana(FakeHrana.Mode.SPEC);

    @Override
    HranaServer server() {
        return fake;
    }
}
