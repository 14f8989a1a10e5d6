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

/** What a process leaves behind goes when the next one sweeps. */
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
    void whatWasLeftInSpacesThatNobodyUsedSince() throws IOException {
        Attachment left = upload("nadie lo envió");

        afterAStart(clock).sweep();
        assertThat(media.open(owner, left.id(), Size.ORIGINAL).bytes().contentLength())
                .isPositive();
        afterAStart(Clock.offset(clock, Duration.ofDays(2))).sweep();

        assertThatThrownBy(() -> media.open(owner, left.id(), Size.ORIGINAL)).isInstanceOf(NotFoundException.class);
        assertThat(keptOf(owner.space())).isZero();
    }

    @Test
    void whatIsLeftOfASpaceThatIsNoMore() throws IOException {
        upload("de un espacio que desaparece");
        SpaceId space = owner.space();
        var gone = service.spaces(owner.account()).stream()
                .filter(each -> each.id().equals(space))
                .findFirst()
                .orElseThrow();
        deletion.delete(owner.account(), gone.slug(), gone.name());
        await().until(() -> keptOf(space) == 0);
        Path behind = folder(space).resolve("ab").resolve("ab".repeat(32));
        Files.createDirectories(behind.getParent());
        Files.writeString(behind, "la caída llegó antes");

        afterAStart(clock).sweep();

        assertThat(folder(space)).doesNotExist();
        assertThat(store.spaces()).doesNotContain(space);
    }

    @Test
    void nothingOfASpaceThatIsNotKnownHere() throws IOException {
        var elsewhere = new SpaceId(UUID.randomUUID());
        Path theirs = folder(elsewhere).resolve("ab").resolve("ab".repeat(32));
        Files.createDirectories(theirs.getParent());
        Files.writeString(theirs, "de otro directorio");
        Attachment left = upload("también después de un tropiezo");

        afterAStart(Clock.offset(clock, Duration.ofDays(2))).sweep();

        assertThat(theirs).hasContent("de otro directorio");
        assertThatThrownBy(() -> media.open(owner, left.id(), Size.ORIGINAL)).isInstanceOf(NotFoundException.class);
    }

    /** As a process has them that was started now: it knows of no space. */
    private MediaCleanup afterAStart(Clock now) {
        return new MediaCleanup(spaceStore, deletion, store, repository, files, settings, now);
    }

    private Attachment upload(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return uploads.upload(owner, UploadRequest.of("resto.txt", bytes.length, ""), new ByteArrayInputStream(bytes));
    }

    private Path folder(SpaceId space) {
        return settings.folder().resolve(space.toString());
    }

    private long keptOf(SpaceId space) throws IOException {
        if (!Files.exists(folder(space))) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder(space))) {
            return all.filter(Files::isRegularFile).count();
        }
    }
}
