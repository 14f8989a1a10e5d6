package app.charla.ui.settings;

import app.charla.personaldata.DataExport;
import app.charla.personaldata.DataExport.State;
import app.charla.personaldata.DataExports;
import app.charla.ui.component.TimeText;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.shared.Registration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Data export: a file with everything stored about the person, made in the background. */
class ExportSection extends SettingsSection {

    private static final int ASK_EVERY_MILLISECONDS = 1_000;

    private final transient DataExports exports;
    private final SignedIn person;
    private final Div body = new Div();
    private @Nullable Registration asking;

    ExportSection(DataExports exports, SignedIn person) {
        super("export.title");
        this.exports = exports;
        this.person = person;
        body.addClassName("ways-out");
        add(new Paragraph(getTranslation("export.text")), body);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopAsking(event.getUI());
    }

    private void show(UI ui) {
        Optional<DataExport> export = exports.export(person.account());
        State state = export.map(DataExport::state).orElse(null);
        body.removeAll();
        if (export.isPresent() && state == State.RUNNING) {
            body.add(progress(export.get().percent()));
            ask(ui);
            return;
        }
        stopAsking(ui);
        if (state == State.FAILED) {
            var failed = new Paragraph(getTranslation("export.failed"));
            failed.addClassName("form-message");
            body.add(failed);
        }
        var buttons = new Div();
        buttons.addClassName("buttons");
        if (export.isPresent() && export.get().expiresAt() != null) {
            var download = new Anchor(this::send, getTranslation("export.download"));
            download.addClassNames("button", "primary");
            var until = new Span(
                    new Span(getTranslation("export.until") + " "),
                    new TimeText(export.get().expiresAt()));
            until.addClassName("hint");
            buttons.add(download);
            body.add(until);
        }
        var begin = new NativeButton(getTranslation("export.begin"), click -> begin(ui));
        begin.addClassNames("button", "secondary");
        buttons.add(begin);
        body.add(buttons);
    }

    private Div progress(int percent) {
        var bar = new ProgressBar(0, 100, percent);
        bar.getElement().setAttribute("aria-label", getTranslation("export.running"));
        return new Div(new Paragraph(getTranslation("export.running")), bar);
    }

    private void begin(UI ui) {
        exports.request(person.account(), VaadinRequest.getCurrent().getRemoteAddr());
        show(ui);
    }

    private void ask(UI ui) {
        if (asking == null) {
            ui.setPollInterval(ASK_EVERY_MILLISECONDS);
            asking = ui.addPollListener(poll -> show(ui));
        }
    }

    private void stopAsking(UI ui) {
        if (asking != null) {
            asking.remove();
            asking = null;
            ui.setPollInterval(-1);
        }
    }

    /** Called outside the thread of the UI. */
    private void send(DownloadEvent event) throws IOException {
        Path file = exports.file(person.account());
        event.setFileName("charla.zip");
        event.setContentType("application/zip");
        event.setContentLength(Files.size(file));
        Files.copy(file, event.getOutputStream());
    }
}
