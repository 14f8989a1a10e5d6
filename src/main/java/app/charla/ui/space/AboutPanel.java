package app.charla.ui.space;

import app.charla.chat.DefaultChats;
import app.charla.core.Actor;
import app.charla.space.Space;
import app.charla.space.SpaceSettings;
import app.charla.space.SpaceSettingsService;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Read-only settings of a space, for members without the right to change them. */
class AboutPanel extends Div {

    private final DescriptionList facts = new DescriptionList();

    AboutPanel(Actor actor, Space space, SpaceSettingsService settings, DefaultChats defaultChats) {
        SpaceSettings present = settings.settings(actor);
        addClassName("about-space");
        if (!present.welcome().isEmpty()) {
            var welcome = new Paragraph(present.welcome());
            welcome.addClassName("welcome");
            add(welcome);
        }
        fact("space.address", "/s/" + space.slug());
        fact("space.joining", getTranslation("space.joining." + present.joining()));
        fact("space.language", getTranslation("settings.language." + present.language()));
        Integer days = present.retentionDays();
        fact(
                "space.retention",
                days == null ? getTranslation("space.retention.keep") : getTranslation("space.retention.count", days));
        fact("space.chats", String.join(", ", defaultChats.names(actor)));
        add(facts);
    }

    private void fact(String key, String value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }
}
