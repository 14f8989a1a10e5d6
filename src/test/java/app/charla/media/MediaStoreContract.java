package app.charla.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.charla.core.SpaceId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract of media stores. */
abstract class MediaStoreContract {

    private static final String NAME = "ab".repeat(32);

    @TempDir
    Path folder;

    final SpaceId space = new SpaceId(UUID.randomUUID());
    private final SpaceId other = new SpaceId(UUID.randomUUID());

    abstract MediaStore store();

    @Test
    void readsFromAnyOffset() throws IOException {
        store().put(space, NAME, file("cero uno dos"));

        assertThat(store().size(space, NAME)).isEqualTo(12);
        assertThat(read(space, NAME, 0)).isEqualTo("cero uno dos");
        assertThat(read(space, NAME, 5)).isEqualTo("uno dos");
        assertThat(read(space, NAME, 11)).isEqualTo("s");
    }

    @Test
    void storesLargeFiles() throws IOException {
        var bytes = new byte[9_000_001];
        new Random(7).nextBytes(bytes);
        Path large = Files.write(folder.resolve("large"), bytes);
        store().put(space, NAME, large);

        assertThat(store().size(space, NAME)).isEqualTo(bytes.length);
        try (InputStream stored = store().open(space, NAME, 0)) {
            assertThat(stored.readAllBytes()).isEqualTo(bytes);
        }
        assertThat(large).exists();
    }

    @Test
    void storesEmptyFiles() throws IOException {
        store().put(space, NAME, file(""));

        assertThat(store().size(space, NAME)).isZero();
        assertThat(read(space, NAME, 0)).isEmpty();
    }

    @Test
    void storesTheSameNameOnce() throws IOException {
        store().put(space, NAME, file("lo primero"));
        store().put(space, NAME, file("nunca escrito"));

        assertThat(read(space, NAME, 0)).isEqualTo("lo primero");
    }

    @Test
    void reportsMissingFiles() throws IOException {
        assertThat(store().size(space, NAME)).isEqualTo(-1);
        assertThatThrownBy(() -> store().open(space, NAME, 0)).isInstanceOf(NoSuchFileException.class);
        store().put(space, NAME, file("algo"));
        assertThat(store().size(other, NAME)).isEqualTo(-1);
        assertThat(store().size(space, NAME + ".view")).isEqualTo(-1);
    }

    @Test
    void removesOneFile() throws IOException {
        store().put(space, NAME, file("algo"));
        store().put(space, NAME + ".thumb", file("pequeño"));
        store().remove(space, NAME);
        store().remove(space, NAME);

        assertThat(store().size(space, NAME)).isEqualTo(-1);
        assertThat(read(space, NAME + ".thumb", 0)).isEqualTo("pequeño");
    }

    @Test
    void removesAllFilesOfOneSpace() throws IOException {
        store().put(space, NAME, file("uno"));
        store().put(space, "cd".repeat(32), file("dos"));
        store().put(other, NAME, file("ajeno"));
        assertThat(store().spaces()).contains(space, other);
        store().removeAll(space);
        store().removeAll(space);

        assertThat(store().spaces()).contains(other).doesNotContain(space);
        assertThat(store().size(space, NAME)).isEqualTo(-1);
        assertThat(read(other, NAME, 0)).isEqualTo("ajeno");
    }

    @Test
    void rejectsPathsAsNames() throws IOException {
        Path file = file("algo");
        for (String name : new String[] {"../" + NAME, NAME + "/x", "AB".repeat(32), "", NAME + ".exe"}) {
            assertThatThrownBy(() -> store().put(space, name, file)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store().open(space, name, 0)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    Path file(String text) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "brought", ".part"), text);
    }

    private String read(SpaceId from, String name, long offset) throws IOException {
        try (InputStream stored = store().open(from, name, offset)) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
