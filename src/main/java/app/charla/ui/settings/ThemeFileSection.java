package app.charla.ui.settings;

import app.charla.account.AppearanceSettings;
import app.charla.account.ThemeFile;
import app.charla.core.InvalidException;
import app.charla.ui.FailureText;
import app.charla.ui.component.Field;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Export and import of the theme as a file. */
class ThemeFileSection extends SettingsSection {

    private final PreferencesEditor editor;
    private final Field file = new Field("theme-file", getTranslation("theme.import"));

    ThemeFileSection(PreferencesEditor editor) {
        super("theme.file");
        this.editor = editor;
        addClassName("fields");
        var save = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] content = ThemeFile.write(editor.current().look()).getBytes(StandardCharsets.UTF_8);
                    return new DownloadResponse(
                            new ByteArrayInputStream(content), "charla-theme.json", "application/json", content.length);
                }),
                getTranslation("theme.export"));
        save.addClassNames("button", "secondary");
        file.withType("file", "off").attribute("accept", ".json,application/json");
        file.input().getElement().addEventListener("change", change -> read());
        var buttons = new Div(save);
        buttons.addClassName("buttons");
        add(new Paragraph(getTranslation("theme.file.text")), buttons, file);
    }

    /** Rejects files that are too long before they are uploaded. */
    private void read() {
        file.input()
                .getElement()
                .executeJs("return this.files[0]?.size <= $0 ? this.files[0].text() : ''", ThemeFile.MAX_BYTES)
                .then(String.class, this::applyTheme);
    }

    private void applyTheme(String content) {
        try {
            AppearanceSettings appearance = ThemeFile.read(content);
            editor.changeAppearance(now -> appearance);
            file.showError("");
            Toast.show(getTranslation("theme.imported"));
            getUI().ifPresent(ui -> ui.getPage().reload());
        } catch (InvalidException invalid) {
            file.showError(FailureText.text(invalid, getLocale()));
        }
    }
}
