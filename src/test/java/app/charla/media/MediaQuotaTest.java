package app.charla.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.Spaces;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.InvalidException;
import app.charla.message.MessageDraft;
import app.charla.message.MessageService;
import app.charla.space.SpaceMembers;
import app.charla.space.SpaceService;
import app.charla.space.SpaceSettings.Joining;
import app.charla.storage.SpaceStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The quotas of media: of a person in a space, and of the space. */
@ServiceTest
@TestPropertySource(
        properties = {
            "charla.media.quota-per-person=2KB",
            "charla.media.quota-per-space=3KB",
            "charla.media.undo=10ms",
            "charla.media.limited=false"
        })
@SuppressWarnings("NullAway.Init")
class MediaQuotaTest {

    private static final int KILOBYTE = 1024;

    @Autowired
    private People people;

    @Autowired
    private Spaces spaces;

    @Autowired
    private SpaceService service;

    @Autowired
    private SpaceMembers members;

    @Autowired
    private UploadService uploads;

    @Autowired
    private MessageService messages;

    @Autowired
    private GroupService groups;

    @Autowired
    private MediaUsageRepository usages;

    @Autowired
    private SpaceStore spaceStore;

    private Actor ana;
    private Actor bruno;

    @BeforeEach
    void setUp() {
        ana = spaces.space(people.person("ana").account(), "Cupo " + UUID.randomUUID(), Joining.ANYONE);
        String slug = service.space(ana).slug();
        bruno = members.join(people.person("bruno").account(), slug);
    }

    private Attachment upload(Actor actor, int size) throws IOException {
        return uploads.upload(actor, request(size), bytes(size));
    }

    private static UploadRequest request(int size) {
        return UploadRequest.of("datos.bin", size, "");
    }

    /** Bytes that no other upload has. */
    private static ByteArrayInputStream bytes(int size) {
        var bytes = new byte[size];
        ThreadLocalRandom.current().nextBytes(bytes);
        bytes[0] = 0;
        return new ByteArrayInputStream(bytes);
    }

    private long used(Actor actor) {
        return spaceStore.read(
                actor.space(),
                () -> usages.findById(actor.account().value())
                        .map(MediaUsageEntity::bytes)
                        .orElse(0L));
    }

    private void assertRefused(Actor actor, int size, String code) {
        assertThatThrownBy(() -> uploads.begin(actor, request(size)))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void refusesAnUploadBeforeItsBytesWhereThePersonHasNoRoom() throws IOException {
        upload(ana, KILOBYTE);
        upload(ana, KILOBYTE);

        assertThat(used(ana)).isEqualTo(2 * KILOBYTE);
        assertRefused(ana, 1, UploadService.OVER_QUOTA);
        upload(bruno, KILOBYTE);
    }

    @Test
    void countsWhatIsStillArriving() {
        uploads.begin(ana, request(KILOBYTE));
        Upload second = uploads.begin(ana, request(KILOBYTE));

        assertRefused(ana, 1, UploadService.OVER_QUOTA);
        uploads.cancel(ana, second.id());
        uploads.begin(ana, request(KILOBYTE));
    }

    @Test
    void refusesAnUploadWhereTheSpaceHasNoRoom() throws IOException {
        upload(ana, 2 * KILOBYTE);
        upload(bruno, KILOBYTE);

        assertRefused(bruno, 1, UploadService.OVER_SPACE_QUOTA);
    }

    @Test
    void checksAgainWhenTheBytesAreThereAndKeepsNothingOfThem() throws IOException {
        Upload first = uploads.begin(ana, request(2 * KILOBYTE));
        Upload second = uploads.begin(bruno, request(2 * KILOBYTE));
        uploads.append(ana, first.id(), 0, bytes(2 * KILOBYTE));

        assertThatThrownBy(() -> uploads.append(bruno, second.id(), 0, bytes(2 * KILOBYTE)))
                .isInstanceOfSatisfying(
                        InvalidException.class,
                        refused -> assertThat(refused.code()).isEqualTo(UploadService.OVER_SPACE_QUOTA));

        assertThat(used(bruno)).isZero();
        upload(bruno, KILOBYTE);
    }

    @Test
    void givesTheRoomOfWhatIsDeletedBack() throws IOException {
        var chat = groups.create(ana, "Viaje", List.of(), null).chat().id();
        Attachment sent = upload(ana, 2 * KILOBYTE);
        var message = messages.send(
                        ana, chat, new MessageDraft(UUID.randomUUID().toString(), "aquí", null, List.of(sent.id())))
                .message();
        assertRefused(ana, 1, UploadService.OVER_QUOTA);

        messages.delete(ana, chat, message.id());

        await().until(() -> used(ana) == 0);
        Attachment unsent = upload(ana, 2 * KILOBYTE);
        uploads.cancel(ana, unsent.id());
        assertThat(used(ana)).isZero();
    }

    @Test
    void leavesOtherSpacesAlone() throws IOException {
        upload(ana, 2 * KILOBYTE);
        Actor elsewhere = spaces.space(ana.account(), "Otro " + UUID.randomUUID(), Joining.INVITE);

        upload(elsewhere, 2 * KILOBYTE);
    }
}
