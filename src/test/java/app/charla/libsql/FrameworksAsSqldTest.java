package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Frameworks on a server that behaves like sqld. */
class FrameworksAsSqldTest extends FrameworkContract {

    @RegisterExtension
    final FakeHrana fake = new FakeHrana(FakeHrana.Mode.SQLD);

    @Override
    HranaServer server() {
        return fake;
    }
}
