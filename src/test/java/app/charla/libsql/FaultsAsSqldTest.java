package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Faults of a server that otherwise behaves like sqld. */
class FaultsAsSqldTest extends FaultContract {

    @RegisterExtension
    final FakeHrana fake = new FakeHrana(FakeHrana.Mode.SQLD);

    @Override
    HranaServer server() {
        return fake;
    }
}
