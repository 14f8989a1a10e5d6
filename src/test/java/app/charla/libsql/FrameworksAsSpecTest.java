package app.charla.libsql;

import org.junit.jupiter.api.extension.RegisterExtension;

/** Frameworks on a server that behaves like the specification. */
class FrameworksAsSpecTest extends FrameworkContract {

    @RegisterExtension
    final FakeHrana fake = new FakeHrana(FakeHrana.Mode.SPEC);

    @Override
    HranaServer server() {
        return fake;
    }
}
