package app.charla.ui.chat.details;

import app.charla.chat.ChatService;
import app.charla.chat.NotificationSetting;
import app.charla.chat.NotificationSetting.NotificationLevel;
import app.charla.ui.chat.OpenChat;
import app.charla.ui.component.SelectField;
import app.charla.ui.component.TimeText;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The choice of the notification level of a chat; it takes effect at once. */
class NotificationsChoice extends Div {

    private static final List<Integer> HOURS = List.of(1, 8, 24);
    private static final String UNTIL = "UNTIL";

    private final transient ChatService chats;
    private final transient Clock clock;
    private final OpenChat open;

    NotificationsChoice(OpenChat open, ChatService chats, Clock clock) {
        this.open = open;
        this.chats = chats;
        this.clock = clock;
        addClassName("notifications-choice");
        show(chats.membership(open.actor(), open.chat()).notifications().at(clock.instant()));
    }

    private void show(NotificationSetting current) {
        removeAll();
        Map<String, String> choices = new LinkedHashMap<>();
        for (NotificationLevel level : NotificationLevel.values()) {
            choices.put(level.name(), getTranslation("muting." + level));
        }
        HOURS.forEach(hours -> choices.put(String.valueOf(hours), getTranslation("muting.hours." + hours)));
        Instant until = current.until();
        if (until != null) {
            choices.put(UNTIL, getTranslation("muting.UNTIL"));
        }
        var selectField = new SelectField("muting", getTranslation("muting.told"), choices);
        selectField.select(until == null ? current.level().name() : UNTIL);
        selectField.onChange(this::choose);
        add(new H3(getTranslation("details.notifications")), selectField);
        if (until != null) {
            var hint = new Paragraph(new Span(getTranslation("muting.until") + " "), new TimeText(until));
            hint.addClassName("hint");
            add(hint);
        }
    }

    private void choose(String chosen) {
        if (chosen.equals(UNTIL)) {
            return;
        }
        NotificationSetting wanted = Character.isDigit(chosen.charAt(0))
                ? new NotificationSetting(
                        NotificationLevel.NOTHING, clock.instant().plus(Duration.ofHours(Long.parseLong(chosen))))
                : new NotificationSetting(NotificationLevel.valueOf(chosen), null);
        show(chats.setNotifications(open.actor(), open.chat(), wanted).notifications());
    }
}
