package app.charla.ui.chat.people;

import com.vaadin.flow.component.HtmlComponent;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;

/** The local time of a person; the browser keeps it up to date. */
@Tag("charla-local-time")
@JsModule("./people/local-time.ts")
class LocalTime extends HtmlComponent {

    /** @param zone an identifier of the IANA time zone database */
    LocalTime(String zone) {
        addClassName("local-time");
        getElement().setAttribute("zone", zone);
        getElement().setAttribute("said", getTranslation("profile.localTime", "{0}", "{1}"));
    }
}
