package app.charla.chat;

import app.charla.account.Profile;
import app.charla.account.ProfileDirectory;
import app.charla.core.Actor;
import app.charla.export.ExportArchive;
import app.charla.export.SpaceExportPart;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Exports the chats an account is a member of; the members of public chats are left out. */
@Component
@Order(1)
class ChatExport implements SpaceExportPart {

    private record ExportedChat(
            String id, Chat.Kind kind, @Nullable String name, List<String> members, long readSeq, boolean muted) {}

    private final ChatService chats;
    private final ProfileDirectory directory;

    ChatExport(ChatService chats, ProfileDirectory directory) {
        this.chats = chats;
        this.directory = directory;
    }

    @Override
    public void write(Actor actor, ExportArchive folder) throws IOException {
        folder.addJson(
                "chats.json",
                chats.memberships(actor).stream()
                        .map(membership -> export(actor, membership))
                        .toList());
    }

    private ExportedChat export(Actor actor, Membership membership) {
        Chat chat = chats.visible(actor, membership.chat());
        List<String> members = chat.kind() == Chat.Kind.PUBLIC
                ? List.of()
                : directory.findByIds(chat.audience()).values().stream()
                        .map(Profile::username)
                        .toList();
        return new ExportedChat(
                chat.id().toString(),
                chat.kind(),
                chat.name(),
                members,
                membership.readSeq(),
                membership.notifications().isMuted());
    }
}
