package app.charla.ui.space;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;

/** A link to hand on, with a button that copies it; {@code <charla-copy-link>} in the browser, which knows the host. */
@Tag("charla-copy-link")
@JsModule("./copy-link.ts")
class CopyLink extends HtmlContainer {

    /** @param path of this site */
    CopyLink(String path) {
        getElement().setAttribute("path", path).setAttribute("copied", getTranslation("log.copied"));
        var link = new Input();
        link.getElement().setAttribute("readonly", "").setAttribute("aria-label", getTranslation("invites.link"));
        var button = new NativeButton(getTranslation("log.action.copy"));
        button.addClassNames("button", "primary");
        button.getElement().setAttribute("type", "button");
        var once = new Paragraph(getTranslation("invites.once"));
        once.addClassName("hint");
        add(link, button, once);
    }
}
