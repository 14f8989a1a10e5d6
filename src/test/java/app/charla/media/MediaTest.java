package app.charla.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.charla.People;
import app.charla.ServiceTest;
import app.charla.chat.Chat;
import app.charla.chat.GroupService;
import app.charla.core.Actor;
import app.charla.core.ConflictException;
import app.charla.core.InvalidException;
import app.charla.core.MessageId;
import app.charla.core.NotFoundException;
import app.charla.media.Attachment.Kind;
import app.charla.media.MediaService.Download;
import app.charla.media.MediaService.Size;
import app.charla.message.ForwardService;
import app.charla.message.Message;
import app.charla.message.MessageDraft;
import app.charla.message.MessageHistory;
import app.charla.message.MessageService;
import app.charla.message.ReactionService;
import app.charla.search.SearchOrder;
import app.charla.search.SearchRequest;
import app.charla.search.SearchService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** Attachments: uploading, sending, reading, searching and deleting. */
@ServiceTest
@TestPropertySource(properties = {"charla.media.undo=300ms", "charla.media.max-size=1MB", "charla.media.limited=false"})
class MediaTest {

    @Autowired
    private People people;

    @Autowired
    private GroupService groups;

    @Autowired
    private MessageService messages;

    @Autowired
    private MessageHistory history;

    @Autowired
    private ForwardService forwards;

    @Autowired
    private UploadService uploads;

    @Autowired
    private MediaService media;

    @Autowired
    private MediaProperties settings;

    @Autowired
    private SearchService search;

    @Autowired
    private ReactionService reactions;

    private Actor ana;
    private Actor bruno;
    private Actor stranger;
    private Chat group;

    @BeforeEach
    void setUp() {
        ana = people.person("ana");
        bruno = people.person("bruno");
        stranger = people.person("carla");
        group = groups.create(ana, "Viaje", List.of(bruno.account()), null).chat();
    }

    @Test
    void resumesAnInterruptedUpload() throws IOException {
        byte[] text = "uno dos tres".getBytes(StandardCharsets.UTF_8);
        Upload upload = uploads.begin(ana, UploadRequest.of("notas.txt", text.length, ""));
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(text, 0, 4), new BrokenStream());
        assertThatThrownBy(() -> uploads.append(ana, upload.id(), 0, broken)).isInstanceOf(IOException.class);

        assertThat(uploads.find(ana, upload.id()).offset()).isEqualTo(4);
        assertThatThrownBy(() -> uploads.append(ana, upload.id(), 0, new ByteArrayInputStream(text)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> uploads.find(bruno, upload.id())).isInstanceOf(NotFoundException.class);
        Upload whole = uploads.append(ana, upload.id(), 4, new ByteArrayInputStream(text, 4, text.length - 4));

        assertThat(whole.attachment()).isNotNull();
        assertThat(whole.attachment().type()).isEqualTo("text/plain");
        assertThat(uploads.find(ana, upload.id()).attachment()).isEqualTo(whole.attachment());
        assertThat(text(media.open(ana, upload.id(), Size.ORIGINAL))).isEqualTo("uno dos tres");
    }

    @Test
    void keepsAnUploadThatCannotBeStoredYet() throws Exception {
        byte[] text = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        Path inTheWay = settings.folder().resolve(ana.space().toString()).resolve(sha256.substring(0, 2));
        Upload upload = uploads.begin(ana, UploadRequest.of("notas.txt", text.length, ""));
        Path kept = inTheWay.resolveSibling("kept");
        if (Files.exists(inTheWay)) {
            Files.move(inTheWay, kept);
        }
        Files.createDirectories(inTheWay.getParent());
        Files.createFile(inTheWay);
        assertThatThrownBy(() -> uploads.append(ana, upload.id(), 0, new ByteArrayInputStream(text)))
                .isInstanceOf(UncheckedIOException.class);
        Files.delete(inTheWay);
        if (Files.exists(kept)) {
            Files.move(kept, inTheWay);
        }

        assertThat(uploads.find(ana, upload.id()).attachment()).isNotNull();
        assertThat(media.open(ana, upload.id(), Size.ORIGINAL).bytes().getContentAsByteArray())
                .isEqualTo(text);
    }

    @Test
    void requiresAccessToAChatWithIt() throws IOException {
        Attachment file = upload("notas.txt", "hola");
        assertThatThrownBy(() -> media.open(bruno, file.id(), Size.ORIGINAL)).isInstanceOf(NotFoundException.class);
        Message sent = send("", file);
        assertThat(sent.text()).isEmpty();
        assertThat(sent.attachments()).containsExactly(file);
        assertThat(history.message(bruno, group.id(), sent.id()).attachments()).containsExactly(file);
        assertThat(text(media.open(bruno, file.id(), Size.ORIGINAL))).isEqualTo("hola");
        assertThatThrownBy(() -> media.open(stranger, file.id(), Size.ORIGINAL)).isInstanceOf(NotFoundException.class);
        String token = media.link(bruno, file.id()).token();
        assertThat(text(media.open(token))).isEqualTo("hola");
        assertThatThrownBy(() -> media.open("x" + token)).isInstanceOf(NotFoundException.class);
        groups.remove(ana, group.id(), bruno.account());
        assertThatThrownBy(() -> media.open(token)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void isSentOnceByItsUploader() {
        Attachment file = upload("notas.txt", "hola");
        assertThatThrownBy(() -> send(bruno, "mío", UUID.randomUUID().toString(), file))
                .isInstanceOf(InvalidException.class);
        Message sent = send(ana, "toma", "c-1", file);
        assertThat(send(ana, "toma", "c-1", file).id()).isEqualTo(sent.id());
        assertThatThrownBy(() -> send("otra vez", file)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> send(ana, "toma", "c-1", upload("dos.txt", "dos")))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void limitsAttachmentsAndSize() {
        Attachment[] many = Stream.generate(
                        () -> upload("n.txt", UUID.randomUUID().toString()))
                .limit(11)
                .toArray(Attachment[]::new);
        assertThatThrownBy(() -> send("todo", many)).isInstanceOf(InvalidException.class);
        assertThatThrownBy(() -> uploads.begin(ana, UploadRequest.of("grande", 2_000_000, "")))
                .isInstanceOf(InvalidException.class)
                .extracting("code")
                .isEqualTo(UploadService.TOO_LARGE);
    }

    @Test
    void isDeletedWithItsLastMessage() throws IOException {
        Attachment file = upload("notas.txt", "la única copia");
        Attachment twin = upload("gemela.txt", "la única copia");
        long before = stored();
        Message one = send("una", file);
        Message two = send("dos", twin);
        Chat other = groups.create(ana, "Otro", List.of(), null).chat();
        Message three = forwards.forward(ana, group.id(), one.id(), List.of(other.id()), "f-1")
                .getFirst();
        assertThat(three.attachments()).containsExactly(file);
        assertThat(forwards.forward(ana, group.id(), one.id(), List.of(other.id()), "f-1")
                        .getFirst()
                        .id())
                .isEqualTo(three.id());

        messages.delete(ana, group.id(), one.id());
        messages.delete(ana, group.id(), two.id());
        assertThatThrownBy(() -> media.open(bruno, file.id(), Size.ORIGINAL)).isInstanceOf(NotFoundException.class);
        await().untilAsserted(() -> assertThatThrownBy(() -> media.open(ana, twin.id(), Size.ORIGINAL))
                .isInstanceOf(NotFoundException.class));
        assertThat(text(media.open(ana, file.id(), Size.ORIGINAL))).isEqualTo("la única copia");
        messages.delete(ana, other.id(), three.id());
        await().untilAsserted(() -> assertThat(stored()).isEqualTo(before - 1));
    }

    @Test
    void isRestoredByUndo() throws Exception {
        Attachment file = upload("notas.txt", "vuelve");
        Message sent = send("una", file);
        messages.delete(ana, group.id(), sent.id());
        assertThat(history.message(ana, group.id(), sent.id()).attachments()).isEmpty();
        messages.undoDelete(ana, group.id(), sent.id());
        Thread.sleep(600); // longer than the undo time
        assertThat(history.message(ana, group.id(), sent.id()).attachments()).containsExactly(file);
        assertThat(text(media.open(bruno, file.id(), Size.ORIGINAL))).isEqualTo("vuelve");
    }

    @Test
    void cancelRemovesAllFiles() throws IOException {
        long before = stored();
        Upload upload = uploads.begin(ana, UploadRequest.of("nunca.bin", 100, ""));
        uploads.append(ana, upload.id(), 0, new ByteArrayInputStream(new byte[50]));
        assertThatThrownBy(() -> uploads.cancel(bruno, upload.id())).isInstanceOf(NotFoundException.class);
        uploads.cancel(ana, upload.id());
        assertThatThrownBy(() -> uploads.find(ana, upload.id())).isInstanceOf(NotFoundException.class);
        Attachment whole = upload("quizás.txt", "mejor no");
        uploads.cancel(ana, whole.id());
        assertThatThrownBy(() -> uploads.find(ana, whole.id())).isInstanceOf(NotFoundException.class);
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void altTextChangesUntilSent() {
        Attachment file = upload("gato.txt", "miau");
        assertThat(media.describe(ana, file.id(), "Un gato").alt()).isEqualTo("Un gato");
        assertThatThrownBy(() -> media.describe(bruno, file.id(), "Un perro")).isInstanceOf(NotFoundException.class);
        assertThat(send("", file).attachments()).extracting(Attachment::alt).containsExactly("Un gato");
        assertThatThrownBy(() -> media.describe(ana, file.id(), "Otro")).isInstanceOf(ConflictException.class);
    }

    @Test
    void listsAttachmentsOfAChatNewestFirst() {
        send("uno", upload("1.txt", "uno"));
        Message two = send("dos", upload("2.txt", "dos"), upload("3.txt", "tres"));
        assertThat(names(Long.MAX_VALUE, Kind.FILE)).containsExactly("2.txt", "3.txt", "1.txt");
        assertThat(names(two.id().value(), Kind.FILE)).containsExactly("1.txt");
        assertThat(names(Long.MAX_VALUE, Kind.IMAGE)).isEmpty();
        assertThat(media.findInChat(bruno, group.id(), EnumSet.allOf(Kind.class), GalleryPlace.NEWEST, 1))
                .extracting(MediaService.GalleryItem::message)
                .containsExactly(two.id());
        assertThatThrownBy(
                        () -> media.findInChat(stranger, group.id(), EnumSet.allOf(Kind.class), GalleryPlace.NEWEST, 1))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void allowsMessagesWithoutText() {
        Message sent = send("mira", upload("1.txt", "uno"));
        assertThat(messages.edit(ana, group.id(), sent.id(), "", sent.version()).text())
                .isEmpty();
        Message bare = send("sin nada");
        assertThatThrownBy(() -> messages.edit(ana, group.id(), bare.id(), " ", bare.version()))
                .isInstanceOf(InvalidException.class);
    }

    @Test
    void isFoundBySearchFilters() {
        Message file = send("informe", upload("informe.txt", "cifras"));
        send("nada más");
        assertThat(found("tiene:archivo")).containsExactly(file.id());
        assertThat(found("has:file informe")).containsExactly(file.id());
        assertThat(found("has:image")).isEmpty();
        reactions.react(bruno, group.id(), file.id(), "👍");
        assertThat(found("has:reaction")).containsExactly(file.id());
    }

    private List<MessageId> found(String question) {
        return search
                .search(bruno, new SearchRequest(question, group.id(), SearchOrder.NEWEST, null, 20, ZoneOffset.UTC))
                .hits()
                .stream()
                .map(hit -> hit.message().id())
                .toList();
    }

    private List<String> names(long before, Kind kind) {
        return media.findInChat(bruno, group.id(), EnumSet.of(kind), GalleryPlace.before(before), 50).stream()
                .map(item -> item.attachment().name())
                .toList();
    }

    private Attachment upload(String name, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return uploads.upload(ana, UploadRequest.of(name, bytes.length, ""), new ByteArrayInputStream(bytes));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Message send(String text, Attachment... attached) {
        return send(ana, text, UUID.randomUUID().toString(), attached);
    }

    private Message send(Actor sender, String text, String clientId, Attachment... attached) {
        List<MediaId> ids = Stream.of(attached).map(Attachment::id).toList();
        return messages.send(sender, group.id(), new MessageDraft(clientId, text, null, ids))
                .message();
    }

    private static String text(Download download) throws IOException {
        return download.bytes().getContentAsString(StandardCharsets.UTF_8);
    }

    /** The number of stored files, unfinished uploads included. */
    private long stored() throws IOException {
        Files.createDirectories(settings.folder());
        try (Stream<Path> all = Files.walk(settings.folder())) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    /** A network that fails. */
    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("broken");
        }
    }
}
