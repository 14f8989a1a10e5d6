package app.charla.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.core.Actor;
import app.charla.core.NotFoundException;
import app.charla.core.SpaceId;
import app.charla.media.MediaService.Size;
import app.charla.space.SpaceDeletion;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings.Joining;
import app.charla.storage.SpaceStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Cleanup of media left behind by an earlier process. */
@ServiceTest
class MediaCleanupTest {

    @Autowired
    private People people;

    @Autowired
    private Spaces spaces;

    @Autowired
    private SpaceService service;

    @Autowired
    private SpaceDeletion deletion;

    @Autowired
    private SpaceStore spaceStore;

    @Autowired
    private UploadService uploads;

    @Autowired
    private MediaService media;

    @Autowired
    private MediaStore store;

    @Autowired
    private MediaRepository repository;

    @Autowired
    private MediaQuota quota;

    @Autowired
    private PartialUploads files;

    @Autowired
    private MediaProperties settings;

    @Autowired
    private Clock clock;

    private Actor owner;

    @BeforeEach
    void setUp() {
        owner = spaces.space(people.person("olga").account(), "Restos " + UUID.randomUUID(), Joining.INVITE);
    }

    @Test
    void removesUnsentMediaAfterARestart() throws IOException {
        Attachment unsent = upload("nadie lo envió");

        restarted(clock).sweep();
        assertThat(media.open(owner, unsent.id(), Size.ORIGINAL).bytes().contentLength())
                .isPositive();
        restarted(Clock.offset(clock, Duration.ofDays(2))).sweep();

        assertThatThrownBy(() -> media.open(owner, unsent.id(), Size.ORIGINAL)).isInstanceOf(NotFoundException.class);
        assertThat(filesOf(owner.space())).isZero();
    }

    @Test
    void removesFilesOfDeletedSpaces() throws IOException {
        upload("de un espacio que desaparece");
        SpaceId space = owner.space();
        var gone = service.spaces(owner.account()).stream()
                .filter(each -> each.id().equals(space))
                .findFirst()
                .orElseThrow();
        deletion.delete(owner.account(), gone.slug(), gone.name());
        await().until(() -> filesOf(space) == 0);
        Path leftover = folder(space).resolve("ab").resolve("ab".repeat(32));
        Files.createDirectories(leftover.getParent());
        Files.writeString(leftover, "la caída llegó antes");

        restarted(clock).sweep();

        assertThat(folder(space)).doesNotExist();
        assertThat(store.spaces()).doesNotContain(space);
    }

    @Test
    void keepsFilesOfUnknownSpaces() throws IOException {
        var unknown = new SpaceId(UUID.randomUUID());
        Path foreign = folder(unknown).resolve("ab").resolve("ab".repeat(32));
        Files.createDirectories(foreign.getParent());
        Files.writeString(foreign, "de otro directorio");
        Attachment unsent = upload("también después de un tropiezo");

        restarted(Clock.offset(clock, Duration.ofDays(2))).sweep();

        assertThat(foreign).hasContent("de otro directorio");
        assertThatThrownBy(() -> media.open(owner, unsent.id(), Size.ORIGINAL)).isInstanceOf(NotFoundException.class);
    }

    /** The cleanup of a process just started, which watches no space yet. */
    private MediaCleanup restarted(Clock now) {
        return new MediaCleanup(spaceStore, deletion, store, repository, quota, files, settings, now);
    }

    private Attachment upload(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return uploads.upload(owner, UploadRequest.of("resto.txt", bytes.length, ""), new ByteArrayInputStream(bytes));
    }

    private Path folder(SpaceId space) {
        return settings.folder().resolve(space.toString());
    }

    private long filesOf(SpaceId space) throws IOException {
        if (!Files.exists(folder(space))) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder(space))) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
