package app.charla.ui.space;

import app.charla.core.InvalidException;
import app.charla.core.TooManyRequestsException;
import app.charla.core.UnavailableException;
import app.charla.space.Space;
import app.charla.space.SpaceArchives;
import app.charla.ui.Addresses;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.security.SignedIn;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Form that creates a space from a downloaded file. */
@Route(Addresses.RESTORE_SPACE)
@PermitAll
class RestoreView extends Div implements HasDynamicTitle {

    private static final String NAME = "space-name";

    private final transient SpaceArchives archives;
    private final SignedIn person = SignedIn.required();
    private final Field name = new Field(NAME, getTranslation("space.name"));
    private final ColourChoice colour = new ColourChoice(ColourChoice.first());
    private final FileUploadForm file = new FileUploadForm(getTranslation("restore.file"), this::receive, this::finish);
    private final Paragraph message = new Paragraph();

    /** The requested space; read by the thread that receives the file. */
    private volatile String wanted = "";

    private volatile @Nullable Space made;
    private volatile @Nullable RuntimeException refusal;

    RestoreView(SpaceArchives archives) {
        this.archives = archives;
        name.withType("text", "off").attribute("maxlength", "60").attribute("required", "");
        message.addClassName("form-message");
        message.getElement().setAttribute("role", "alert");
        message.setVisible(false);
        var section = new Section(new Paragraph(getTranslation("restore.text")), form());
        var column = new Div(new H1(getTranslation("restore.title")), section);
        column.addClassName("settings-column");
        addClassName("settings");
        add(column);
    }

    private Form form() {
        var restore = new NativeButton(getTranslation("restore.submit"));
        restore.getElement().setAttribute("type", "submit");
        restore.addClassNames("button", "primary");
        var cancel = new Anchor(Addresses.SPACES, getTranslation("dialog.cancel"));
        cancel.getElement().setAttribute("router-link", "");
        cancel.addClassName("button");
        var buttons = new Div(restore, cancel);
        buttons.addClassName("buttons");
        var form = new Form();
        form.addClassName("fields");
        form.add(message, name, colour, file, buttons);
        form.onSubmit(this::send, NAME);
        return form;
    }

    /** Uploads the chosen file; whether there is one, the browser decides. */
    private void send(Form.Values values) {
        showError("", "");
        made = null;
        refusal = null;
        wanted = values.of(NAME);
        file.send(picked -> {
            if (!picked) {
                showError("file", getTranslation("restore.nothing"));
            }
        });
    }

    /** Called outside the thread of the UI. */
    private void receive(UploadEvent event) throws IOException {
        try (var content = event.getInputStream()) {
            made = archives.restore(
                            person.account(),
                            wanted,
                            colour.chosen(),
                            content,
                            UUID.randomUUID().toString())
                    .space();
        } catch (InvalidException | TooManyRequestsException | UnavailableException refused) {
            refusal = refused;
        }
    }

    private void finish() {
        Space space = made;
        RuntimeException refused = refusal;
        if (space != null) {
            getUI().ifPresent(ui -> ui.navigate(Addresses.progress(space.slug())));
        } else if (refused == null) {
            showError("", getTranslation("error.unavailable"));
        } else {
            showError(
                    refused instanceof InvalidException invalid ? invalid.field() : "",
                    FailureText.text(refused, getLocale()));
        }
    }

    private void showError(String field, String text) {
        boolean ofName = field.equals("name");
        name.showError(ofName ? text : "");
        message.setText(ofName ? "" : text);
        message.setVisible(!ofName && !text.isEmpty());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("restore.title") + " · Charla";
    }
}
