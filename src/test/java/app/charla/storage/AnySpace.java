package app.charla.storage;

import app.charla.core.SpaceId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A register in which every space is, in a file. */
@TestConfiguration
class AnySpace {

    @Bean
    @Primary
    DatabaseAddresses everywhere() {
        return space -> Optional.of(DatabaseAddress.DEFAULT);
    }

    /** A space that has just been made. */
    static SpaceId in(SpaceStore store) {
        var space = new SpaceId(UUID.randomUUID());
        store.open(space);
        return space;
    }
}
