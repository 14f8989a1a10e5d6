package app.charla.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.core.UnavailableException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.util.unit.DataSize;

/** The store contract with a bucket of a real server. */
class S3StoreTest extends MediaStoreContract {

    private static S3Server server;
    private static S3Store store;

    @BeforeAll
    static void start() {
        server = new S3Server();
        store = new S3Store(server.properties());
    }

    @AfterAll
    static void stop() {
        store.close();
        server.kill();
    }

    @Override
    MediaStore store() {
        return store;
    }

    @Test
    void isUnavailableWhileTheServerIsDown() throws IOException {
        String name = "ef".repeat(32);
        Path file = file("sigue aquí");
        store.put(space, name, file);
        server.kill();
        assertThatThrownBy(() -> store.size(space, name)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> store.open(space, name, 0)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> store.put(space, "01".repeat(32), file)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> store.remove(space, name)).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> store.spaces()).isInstanceOf(UnavailableException.class);
        server.restart();

        assertThat(store.size(space, name)).isEqualTo(11);
        assertThat(file).hasContent("sigue aquí");
    }

    @Test
    void isUnavailableWithTheWrongKeys() throws IOException {
        S3Properties right = server.properties();
        Path file = file("nada");
        try (var wrong = new S3Store(
                new S3Properties(right.bucket(), right.endpoint(), right.region(), "guessed", right.secret()))) {
            assertThatThrownBy(() -> wrong.put(space, "02".repeat(32), file)).isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void requiresKeysAndHidesThem() {
        var without = new S3Properties("fotos", "", "eu-west-1", "AKIA", "");
        assertThatThrownBy(() -> new MediaConfiguration()
                        .mediaStore(
                                new MediaProperties(
                                        folder,
                                        10,
                                        DataSize.ofMegabytes(1),
                                        DataSize.ofMegabytes(1),
                                        DataSize.ofMegabytes(1),
                                        20,
                                        Duration.ofDays(1),
                                        600,
                                        true,
                                        Duration.ZERO),
                                without))
                .isInstanceOf(InvalidConfigurationPropertyValueException.class)
                .hasMessageContaining("MEDIA_S3_BUCKET");
        assertThat(new S3Properties("fotos", "", "eu-west-1", "AKIA", "tell-nobody").toString())
                .isEqualTo("fotos in eu-west-1");
    }
}
