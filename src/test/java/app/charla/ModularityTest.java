package app.charla;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Every package depends only on those its {@code package-info} allows, and none in a circle. */
class ModularityTest {

    @Test
    void modulesKeepToTheirAllowedDependencies() {
        ApplicationModules.of(CharlaApplication.class).verify();
    }
}
