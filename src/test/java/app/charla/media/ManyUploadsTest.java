package app.charla.media;

import static org.assertj.core.api.Assertions.assertThat;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.TooManyRequestsException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Upload limits against filling the disk with tiny files, with the default settings. */
@ServiceTest
@TestPropertySource(properties = "charla.media.abandoned=1ms")
class ManyUploadsTest {

    private static final int TINY_FILES = 10_000;

    @Autowired
    private People people;

    @Autowired
    private UploadService uploads;

    @Autowired
    private MediaCleanup mediaCleanup;

    @Autowired
    private MediaProperties settings;

    @Test
    void limitsUnfinishedUploadsAndSweepsThem() throws IOException {
        Actor ana = people.person("ana");
        int begun = 0;
        for (int i = 0; i < TINY_FILES; i++) {
            try {
                uploads.begin(ana, UploadRequest.of(i + ".txt", 1, ""));
                begun++;
            } catch (ConflictException | TooManyRequestsException limited) {
                assertThat(begun).isEqualTo(settings.unfinished());
            }
        }
        assertThat(begun).isEqualTo(settings.unfinished());
        assertThat(stored()).isEqualTo(2L * begun); // the bytes and the request of each
        mediaCleanup.sweep();
        assertThat(stored()).isZero();
    }

    @Test
    void limitsUploadsPerHourAndSweepsUnsentOnes() throws IOException {
        Actor bruno = people.person("bruno");
        int completed = 0;
        for (int i = 0; i < TINY_FILES; i++) {
            byte[] tiny = {(byte) (i >> 8), (byte) i};
            try {
                uploads.upload(bruno, UploadRequest.of(i + ".bin", tiny.length, ""), new ByteArrayInputStream(tiny));
                completed++;
            } catch (TooManyRequestsException limited) {
                assertThat(completed).isGreaterThanOrEqualTo(settings.perHour());
            }
        }
        assertThat(completed).isBetween(settings.perHour(), settings.perHour() + 50); // the limit refills while it runs
        mediaCleanup.sweep();
        assertThat(stored()).isZero();
    }

    private long stored() throws IOException {
        try (Stream<Path> all = Files.walk(settings.folder())) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
