package app.charla.message;

import app.charla.core.Actor;
import app.charla.core.MessageId;
import app.charla.export.ExportArchive;
import app.charla.export.SpaceExportPart;
import app.charla.media.MediaExport;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;

/** Exports the messages an account has sent, holding one page of them at a time. */
@Component
@Order(2)
class MessageExport implements SpaceExportPart {

    private record ExportedMessage(
            String chat,
            long seq,
            String text,
            Instant sentAt,
            @Nullable Instant editedAt,
            @Nullable Long answered,
            List<String> media) {}

    private final AuthoredMessages messages;

    MessageExport(AuthoredMessages messages) {
        this.messages = messages;
    }

    @Override
    public void write(Actor actor, ExportArchive folder) throws IOException {
        folder.streamJson("messages.json", json -> writeMessages(json, actor));
    }

    private void writeMessages(JsonGenerator json, Actor actor) {
        json.writeStartArray();
        List<Message> page = messages.after(actor, new MessageId(0));
        while (!page.isEmpty()) {
            page.forEach(message -> json.writePOJO(export(message)));
            page = messages.after(actor, page.getLast().id());
        }
        json.writeEndArray();
    }

    private static ExportedMessage export(Message message) {
        return new ExportedMessage(
                message.chat().toString(),
                message.seq(),
                message.text(),
                message.sentAt(),
                message.editedAt(),
                message.quote() == null ? null : message.quote().seq(),
                message.attachments().stream().map(MediaExport::path).toList());
    }
}
