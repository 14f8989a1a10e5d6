package app.charla.media;

import app.charla.core.Actor;
import app.charla.export.ExportArchive;
import app.charla.export.SpaceExportPart;
import app.charla.media.MediaService.Size;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Exports the attachments an account has sent, as the original files. */
@Component
@Order(3)
public class MediaExport implements SpaceExportPart {

    private final MediaService media;

    MediaExport(MediaService media) {
        this.media = media;
    }

    @Override
    public void write(Actor actor, ExportArchive folder) throws IOException {
        for (Attachment sent : media.findSent(actor)) {
            try (InputStream bytes =
                    media.open(actor, sent.id(), Size.ORIGINAL).bytes().getInputStream()) {
                folder.addFile(path(sent), bytes);
            }
        }
    }

    /** Returns where an attachment is in the folder of its space. Names may repeat, but are never a path. */
    public static String path(Attachment attachment) {
        return "media/" + attachment.id() + "/" + attachment.name();
    }
}
