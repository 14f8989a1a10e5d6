package app.charla.ui.space;

import app.charla.account.Preferences.Language;
import app.charla.core.InvalidException;
import app.charla.space.SpaceSettings;
import app.charla.space.SpaceSettings.Joining;
import app.charla.ui.component.Checkbox;
import app.charla.ui.component.Choice;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.SelectField;
import app.charla.ui.component.TextAreaField;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Form fields of the settings of a space: welcome text, language, who may join, retention, link previews. */
class SpaceSettingsFields extends Div {

    /** Names of the values that are read from a submitted form. */
    static final List<String> NAMES = List.of("welcome", "retention", "days");

    private static final List<Integer> DEFAULT_DAYS = List.of(30, 90, 365);
    private static final String KEEP = "keep";
    private static final String OWN = "own";

    private final TextAreaField welcome = new TextAreaField("welcome", getTranslation("space.welcome"), 1_000);
    private final SelectField retention = new SelectField("retention", getTranslation("space.retention"), spans());
    private final Field days = new Field("days", getTranslation("space.retention.days"));
    private final Checkbox previews = new Checkbox(getTranslation("space.previews"));
    private Language language;
    private Joining joining;

    SpaceSettingsFields(SpaceSettings present) {
        language = present.language();
        joining = present.joining();
        addClassName("fields");
        welcome.hint(getTranslation("space.welcome.hint"));
        welcome.setText(present.welcome());
        retention.hint(getTranslation("space.retention.hint"));
        days.withType("number", "off")
                .attribute("min", "1")
                .attribute("max", "3650")
                .attribute("inputmode", "numeric");
        days.addClassName("own-days");
        show(present.retentionDays());
        var span = new Div(retention, days);
        span.addClassName("retention");
        previews.check(present.previews());
        var hint = new Paragraph(getTranslation("space.previews.hint"));
        hint.addClassName("hint");
        add(welcome, joining(), language(), span, new Div(previews, hint));
    }

    private Map<String, String> spans() {
        var spans = new LinkedHashMap<String, String>();
        spans.put(KEEP, getTranslation("space.retention.keep"));
        DEFAULT_DAYS.forEach(usual -> spans.put(String.valueOf(usual), getTranslation("space.retention." + usual)));
        spans.put(OWN, getTranslation("space.retention.own"));
        return spans;
    }

    private void show(@Nullable Integer present) {
        if (present == null) {
            retention.select(KEEP);
        } else if (DEFAULT_DAYS.contains(present)) {
            retention.select(String.valueOf(present));
        } else {
            retention.select(OWN);
            days.input().setValue(String.valueOf(present));
        }
    }

    private Choice<Joining> joining() {
        Map<Joining, String> choices = new LinkedHashMap<>();
        for (Joining each : Joining.values()) {
            choices.put(each, getTranslation("space.joining." + each));
        }
        return new Choice<>("joining", getTranslation("space.joining"), choices, joining, chosen -> joining = chosen);
    }

    private Choice<Language> language() {
        Map<Language, String> choices = new LinkedHashMap<>();
        for (Language each : Language.values()) {
            choices.put(each, getTranslation("settings.language." + each));
        }
        return new Choice<>(
                "language", getTranslation("space.language"), choices, language, chosen -> language = chosen);
    }

    /**
     * Returns the settings.
     *
     * @throws InvalidException if a value is invalid
     */
    SpaceSettings read(Form.Values values) {
        return new SpaceSettings(
                values.of("welcome"),
                language,
                joining,
                days(values.of("retention"), values.of("days")),
                previews.isChecked());
    }

    private static @Nullable Integer days(String span, String own) {
        if (span.equals(KEEP)) {
            return null;
        }
        String written = span.equals(OWN) ? own.strip() : span;
        return written.matches("\\d{1,6}") ? Integer.valueOf(written) : Integer.valueOf(0);
    }

    /** Shows an error at its field, or clears it; returns false if the error belongs to none of these fields. */
    boolean showError(String field, String text) {
        welcome.showError(field.equals("welcome") ? text : "");
        days.showError(field.equals("retentionDays") ? text : "");
        return field.equals("welcome") || field.equals("retentionDays");
    }
}
