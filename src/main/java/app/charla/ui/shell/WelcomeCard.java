package app.charla.ui.shell;

import app.charla.core.Actor;
import app.charla.ui.component.IconButton;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Paragraph;

/**
 * The welcome text of the space, above the chats of a newcomer until they close it; the browser remembers that for each
 * account and space.
 */
@Tag("charla-welcome-card")
@JsModule("./page/welcome-card.ts")
final class WelcomeCard extends HtmlContainer {

    private final Paragraph text = new Paragraph();

    WelcomeCard() {
        add(text, new IconButton("close", getTranslation("welcome.close"), click -> {}));
        getElement().setAttribute("role", "note");
        getElement().setAttribute("aria-label", getTranslation("welcome.label"));
    }

    /** Shows a text, unless the person has closed that of this space before; nothing if it is empty. */
    void show(Actor actor, String welcome) {
        text.setText(welcome);
        getElement().setAttribute("place", actor.account() + ":" + actor.space());
        getElement().callJsFunction("show", !welcome.isEmpty());
    }
}
