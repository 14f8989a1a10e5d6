package app.charla.personaldata;

import app.charla.account.Account;
import app.charla.account.AccountService;
import app.charla.account.BlockList;
import app.charla.account.IdentityService;
import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.account.SecurityEvent;
import app.charla.account.SecurityLog;
import app.charla.account.SessionService;
import app.charla.chat.Chat;
import app.charla.chat.ChatService;
import app.charla.core.AccountId;
import app.charla.core.Actor;
import app.charla.core.MessageId;
import app.charla.media.Attachment;
import app.charla.media.MediaService;
import app.charla.media.MediaService.Size;
import app.charla.message.AuthoredMessages;
import app.charla.message.Message;
import app.charla.profile.Avatars;
import app.charla.profile.ProfileCard;
import app.charla.profile.ProfileLink;
import app.charla.profile.ProfileService;
import app.charla.share.ShareService;
import app.charla.space.AccountDepartures;
import app.charla.space.Space;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes what belongs to a person into a ZIP of JSON files, beside what they sent besides words. Holds a page of messages at a time. */
@Component
class ExportWriter {

    private static final int EVENT_BATCH_SIZE = 200;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    private record ExportedSession(String kind, String label, Instant createdAt, Instant lastUsedAt) {}

    private record ExportedIdentity(String issuer, String label, Instant linkedAt, Instant lastUsedAt) {}

    private record ExportedLink(String address, ProfileLink.Visibility visibility, ProfileLink.@Nullable Proof proof) {}

    private record ExportedProfile(String about, List<ExportedLink> links) {}

    private record ExportedShare(String chat, long firstSeq, long lastSeq, Instant createdAt, Instant expiresAt) {}

    private record ExportedChat(
            String id, Chat.Kind kind, @Nullable String name, List<String> members, long readSeq, boolean muted) {}

    private record ExportedMessage(
            String chat,
            long seq,
            String text,
            Instant sentAt,
            @Nullable Instant editedAt,
            @Nullable Long answered,
            List<String> media) {}

    private final AccountService accounts;
    private final ProfileDirectory directory;
    private final SessionService sessions;
    private final IdentityService identities;
    private final ProfileService profiles;
    private final Avatars avatars;
    private final ShareService shareService;
    private final BlockList blockList;
    private final SecurityLog securityLog;
    private final AccountDepartures accountDepartures;
    private final ChatService chats;
    private final AuthoredMessages messages;
    private final MediaService media;

    ExportWriter(
            AccountService accounts,
            ProfileDirectory directory,
            SessionService sessions,
            IdentityService identities,
            ProfileService profiles,
            Avatars avatars,
            ShareService shareService,
            BlockList blockList,
            SecurityLog securityLog,
            AccountDepartures accountDepartures,
            ChatService chats,
            AuthoredMessages messages,
            MediaService media) {
        this.accounts = accounts;
        this.directory = directory;
        this.sessions = sessions;
        this.identities = identities;
        this.profiles = profiles;
        this.avatars = avatars;
        this.shareService = shareService;
        this.blockList = blockList;
        this.securityLog = securityLog;
        this.accountDepartures = accountDepartures;
        this.chats = chats;
        this.messages = messages;
        this.media = media;
    }

    /** @param progress told how much is done, 0–100 */
    void write(AccountId account, Path file, IntConsumer progress) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                var zip = new ZipOutputStream(out)) {
            Account own = accounts.account(account);
            entry(zip, "account.json", json -> json.writePOJO(own));
            entry(zip, "sessions.json", json -> json.writePOJO(sessions(account)));
            entry(zip, "identities.json", json -> json.writePOJO(identities(account)));
            entry(zip, "profile.json", json -> json.writePOJO(profile(account)));
            writeAvatar(zip, own);
            entry(zip, "shares.json", json -> json.writePOJO(shares(account)));
            entry(zip, "blocks.json", json -> json.writePOJO(blocked(account)));
            entry(zip, "security-log.json", json -> writeEvents(json, account));
            List<Space> spaces = accountDepartures.spaces(account).stream()
                    .filter(Space::isReady)
                    .toList();
            entry(zip, "spaces.json", json -> json.writePOJO(spaces));
            for (int i = 0; i < spaces.size(); i++) {
                progress.accept(100 * i / spaces.size());
                write(zip, spaces.get(i), account);
            }
        }
    }

    private void write(ZipOutputStream zip, Space space, AccountId account) throws IOException {
        var actor = new Actor(space.id(), account);
        String folder = "spaces/" + space.slug() + "/";
        entry(zip, folder + "chats.json", json -> json.writePOJO(chats(actor)));
        entry(zip, folder + "messages.json", json -> writeMessages(json, actor));
        for (Attachment sent : media.findSent(actor)) {
            zip.putNextEntry(new ZipEntry(folder + place(sent)));
            try (InputStream bytes =
                    media.open(actor, sent.id(), Size.ORIGINAL).bytes().getInputStream()) {
                bytes.transferTo(zip);
            }
            zip.closeEntry();
        }
    }

    /** Two may have one name; a name is never a path. */
    private static String place(Attachment sent) {
        return "media/" + sent.id() + "/" + sent.name();
    }

    private List<ExportedSession> sessions(AccountId account) {
        return sessions.sessions(account).stream()
                .map(session -> new ExportedSession(
                        session.kind().name(), session.label(), session.createdAt(), session.lastUsedAt()))
                .toList();
    }

    private List<ExportedIdentity> identities(AccountId account) {
        return identities.identities(account).stream()
                .map(identity -> new ExportedIdentity(
                        identity.issuer(), identity.label(), identity.linkedAt(), identity.lastUsedAt()))
                .toList();
    }

    private ExportedProfile profile(AccountId account) {
        ProfileCard own = profiles.own(account);
        return new ExportedProfile(
                own.about(),
                own.links().stream()
                        .map(link -> new ExportedLink(link.address().toString(), link.visibility(), link.proof()))
                        .toList());
    }

    private void writeAvatar(ZipOutputStream zip, Account own) throws IOException {
        String avatar = own.avatar();
        if (avatar != null) {
            zip.putNextEntry(new ZipEntry("avatar.jpg"));
            zip.write(avatars.open(own.id(), own.id(), avatar));
            zip.closeEntry();
        }
    }

    private List<ExportedShare> shares(AccountId account) {
        return shareService.shares(account).stream()
                .map(share -> new ExportedShare(
                        share.chat().toString(),
                        share.firstSeq(),
                        share.lastSeq(),
                        share.createdAt(),
                        share.expiresAt()))
                .toList();
    }

    private List<String> blocked(AccountId account) {
        return blockList.blockedProfiles(account).stream()
                .map(Profile::username)
                .toList();
    }

    private void writeEvents(JsonGenerator json, AccountId account) {
        json.writeStartArray();
        UUID before = null;
        List<SecurityEvent> page;
        do {
            page = securityLog.events(account, before, EVENT_BATCH_SIZE);
            page.forEach(json::writePOJO);
            before = page.isEmpty() ? null : page.getLast().id();
        } while (!page.isEmpty());
        json.writeEndArray();
    }

    private List<ExportedChat> chats(Actor actor) {
        return chats.memberships(actor).stream()
                .map(mine -> {
                    Chat chat = chats.visible(actor, mine.chat());
                    List<String> members = chat.kind() == Chat.Kind.PUBLIC
                            ? List.of()
                            : directory.findByIds(chat.audience()).values().stream()
                                    .map(person -> person.username())
                                    .toList();
                    return new ExportedChat(
                            chat.id().toString(),
                            chat.kind(),
                            chat.name(),
                            members,
                            mine.readSeq(),
                            mine.notifications().isMuted());
                })
                .toList();
    }

    private void writeMessages(JsonGenerator json, Actor actor) {
        json.writeStartArray();
        List<Message> page = messages.after(actor, new MessageId(0));
        while (!page.isEmpty()) {
            for (Message message : page) {
                json.writePOJO(new ExportedMessage(
                        message.chat().toString(),
                        message.seq(),
                        message.text(),
                        message.sentAt(),
                        message.editedAt(),
                        message.quote() == null ? null : message.quote().seq(),
                        message.attachments().stream().map(ExportWriter::place).toList()));
            }
            page = messages.after(actor, page.getLast().id());
        }
        json.writeEndArray();
    }

    private interface Content {
        void write(JsonGenerator json);
    }

    private static void entry(ZipOutputStream zip, String name, Content content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        try (JsonGenerator json = JSON.createGenerator(zip)) {
            content.write(json);
        }
        zip.closeEntry();
    }
}
