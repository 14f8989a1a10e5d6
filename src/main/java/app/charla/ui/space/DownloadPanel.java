package app.charla.ui.space;

import app.charla.core.Actor;
import app.charla.space.SpaceArchive;
import app.charla.space.SpaceArchives;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.nio.file.Files;

/** Download of a space as one file. */
class DownloadPanel extends Div {

    private final Actor actor;
    private final transient SpaceArchives archives;

    DownloadPanel(Actor actor, SpaceArchives archives) {
        this.actor = actor;
        this.archives = archives;
        addClassName("ways-out");
        var link = new Anchor(this::send, getTranslation("spaceSettings.download.link"));
        link.addClassNames("button", "secondary");
        var buttons = new Div(link);
        buttons.addClassName("buttons");
        add(new Paragraph(getTranslation("spaceSettings.download.text")), buttons);
    }

    /** Called outside the thread of the UI. */
    private void send(DownloadEvent event) throws IOException {
        try (SpaceArchive archive = archives.download(actor)) {
            event.setFileName(archive.name());
            event.setContentType("application/vnd.sqlite3");
            event.setContentLength(archive.size());
            Files.copy(archive.file(), event.getOutputStream());
        }
    }
}
