package app.charla.ui.shell;

import app.charla.core.AccountId;
import app.charla.core.InvalidException;
import app.charla.presence.CustomStatus;
import app.charla.presence.OwnPresence;
import app.charla.presence.PresenceChoice;
import app.charla.presence.PresenceService;
import app.charla.ui.FailureText;
import app.charla.ui.component.Choice;
import app.charla.ui.component.Field;
import app.charla.ui.component.Form;
import app.charla.ui.component.SelectField;
import app.charla.ui.component.Toast;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Form of the own availability and custom status. */
public class PresenceForm extends Div {

    private static final String FOR_EVER = "0";
    private static final List<Integer> MINUTES = List.of(30, 60, 240, 1440, 10080);

    private final transient PresenceService presences;
    private final transient Clock clock;
    private final AccountId person;
    private final Field emoji = new Field("status-emoji", getTranslation("presence.emoji"));
    private final Field text = new Field("status-text", getTranslation("presence.text"));

    /** Form for the signed-in person. */
    public PresenceForm(PresenceService presences, AccountId person, Clock clock) {
        this.presences = presences;
        this.person = person;
        this.clock = clock;
        addClassName("presence-form");
        OwnPresence own = presences.own(person);
        Map<PresenceChoice, String> choices = new LinkedHashMap<>();
        for (PresenceChoice each : PresenceChoice.values()) {
            choices.put(each, getTranslation("presence.choice." + each));
        }
        add(new Choice<>(
                "presence", getTranslation("presence.choice"), choices, own.choice(), this::changeAvailability));
        add(status(own.status()));
    }

    private Form status(CustomStatus present) {
        emoji.withType("text", "off").attribute("maxlength", "16");
        emoji.addClassName("emoji-field");
        emoji.input().setValue(present.emoji());
        text.withType("text", "off").attribute("maxlength", String.valueOf(CustomStatus.MAX_LENGTH));
        text.input().setValue(present.text());
        Map<String, String> times = new LinkedHashMap<>();
        times.put(FOR_EVER, getTranslation("presence.until.0"));
        MINUTES.forEach(each -> times.put(String.valueOf(each), getTranslation("presence.until." + each)));
        var until = new SelectField("status-until", getTranslation("presence.until"), times);
        var save = new NativeButton(getTranslation("settings.save"));
        save.getElement().setAttribute("type", "submit");
        save.addClassNames("button", "secondary");
        var clear = new NativeButton(getTranslation("presence.clear"), click -> clear());
        clear.getElement().setAttribute("type", "button");
        clear.addClassName("button");
        var buttons = new Div(save, clear);
        buttons.addClassName("actions");
        var words = new Div(emoji, text);
        words.addClassName("status-words");
        var form = new Form();
        form.addClassName("fields");
        form.add(words, until, buttons);
        form.onSubmit(
                values -> changeStatus(values.of("status-emoji"), values.of("status-text"), values.of("status-until")),
                "status-emoji",
                "status-text",
                "status-until");
        return form;
    }

    private void changeAvailability(PresenceChoice choice) {
        presences.update(
                person,
                own -> new OwnPresence(choice, own.status(), own.receipts(), own.tellsLastSeen(), own.lastSeen()));
    }

    private void clear() {
        emoji.input().setValue("");
        text.input().setValue("");
        changeStatus("", "", FOR_EVER);
    }

    private void changeStatus(String drawing, String words, String minutes) {
        emoji.showError("");
        text.showError("");
        try {
            var status = new CustomStatus(drawing, words, end(minutes));
            presences.update(
                    person,
                    own -> new OwnPresence(own.choice(), status, own.receipts(), own.tellsLastSeen(), own.lastSeen()));
            Toast.show(getTranslation("settings.saved"));
        } catch (InvalidException invalid) {
            Field field = invalid.field().equals("emoji") ? emoji : text;
            field.showError(FailureText.text(invalid, getLocale()));
        }
    }

    private @Nullable Instant end(String minutes) {
        return minutes.equals(FOR_EVER) ? null : clock.instant().plus(Duration.ofMinutes(Long.parseLong(minutes)));
    }
}
