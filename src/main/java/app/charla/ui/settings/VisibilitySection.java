package app.charla.ui.settings;

import app.charla.core.AccountId;
import app.charla.presence.OwnPresence;
import app.charla.presence.PresenceService;
import app.charla.ui.component.Checkbox;
import com.vaadin.flow.component.html.Paragraph;

/** Visibility of the person's activity: last seen, read receipts. */
class VisibilitySection extends SettingsSection {

    VisibilitySection(PresenceService presences, AccountId person) {
        super("settings.privacy");
        OwnPresence own = presences.own(person);
        var hint = new Paragraph(getTranslation("settings.receipts.hint"));
        hint.addClassName("hint");
        add(
                new Checkbox(getTranslation("settings.lastSeen.tell"))
                        .check(own.tellsLastSeen())
                        .onChange(tells -> presences.update(
                                person,
                                now -> new OwnPresence(
                                        now.choice(), now.status(), now.receipts(), tells, now.lastSeen()))),
                new Checkbox(getTranslation("settings.receipts.give"))
                        .check(own.receipts())
                        .onChange(gives -> presences.update(
                                person,
                                now -> new OwnPresence(
                                        now.choice(), now.status(), gives, now.tellsLastSeen(), now.lastSeen()))),
                hint);
    }
}
